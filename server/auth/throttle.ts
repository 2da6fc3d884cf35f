import { AppError } from '@/server/model/errors'

export interface Throttle {
  /** Counts one attempt, or refuses it. */
  spend(key: string): void
}

export interface ThrottleOptions {
  readonly what: string
  readonly attempts: number
  readonly windowMs: number
  readonly now: () => number
}

const MAX_KEYS = 10_000

/** So many attempts per key in a window that begins with the first of them; per process, bounded in memory. */
export function createThrottle({ what, attempts, windowMs, now }: ThrottleOptions): Throttle {
  const windows = new Map<string, { endsAt: number; used: number }>()

  function forgetEnded(at: number): void {
    for (const [key, window] of windows) if (window.endsAt <= at) windows.delete(key)
    // A flood of fresh keys may not grow the map without bound: the oldest give way.
    for (const key of windows.keys()) {
      if (windows.size <= MAX_KEYS) return
      windows.delete(key)
    }
  }

  return {
    spend(key) {
      const at = now()
      if (windows.size > MAX_KEYS) forgetEnded(at)
      const found = windows.get(key)
      const window = found && found.endsAt > at ? found : { endsAt: at + windowMs, used: 0 }
      window.used += 1
      windows.set(key, window)
      if (window.used <= attempts) return
      const retryAfterSeconds = Math.ceil((window.endsAt - at) / 1000)
      throw new AppError('TOO_MANY_REQUESTS', `Too many ${what}; try again in ${waitText(retryAfterSeconds)}.`, {
        retryAfterSeconds,
      })
    },
  }
}

function waitText(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`
}
