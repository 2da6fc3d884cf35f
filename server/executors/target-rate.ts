/** Counts calls for each key over the last minute; the count is this process's own. */
export interface TargetRate {
  /** False when the key has had its share; the call is then not counted. */
  readonly admit: (key: string) => boolean
}

const MINUTE_MS = 60_000

/** `perMinute` null: no limit. */
export function createTargetRate(perMinute: number | null, now: () => number = () => performance.now()): TargetRate {
  const calls = new Map<string, { since: number; count: number }>()
  let swept = now()

  function sweep(): void {
    if (now() - swept < MINUTE_MS) return
    swept = now()
    for (const [key, window] of calls) if (swept - window.since >= MINUTE_MS) calls.delete(key)
  }

  return {
    admit: (key) => {
      if (perMinute === null) return true
      sweep()
      const window = calls.get(key)
      if (!window || now() - window.since >= MINUTE_MS) {
        calls.set(key, { since: now(), count: 1 })
        return true
      }
      if (window.count >= perMinute) return false
      window.count += 1
      return true
    },
  }
}
