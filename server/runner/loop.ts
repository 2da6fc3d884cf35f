import type { Logger } from '@/server/platform/logger'

/**
 * Repeats a step: each run says when the next one is due, `hurry` may bring it forward, and it never overlaps itself.
 * A failed run is logged and repeated after a pause.
 */
export interface Loop {
  /** Run within this time. */
  hurry(inMs: number): void
  stop(): Promise<void>
}

export interface LoopOptions {
  readonly name: string
  readonly logger: Logger
  /** Milliseconds until the next run. */
  readonly step: () => Promise<number>
}

const PAUSE_AFTER_ERROR_MS = 1_000
const LONGEST_MS = 60_000

export function startLoop({ name, logger, step }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | null = null
  let dueAt = Number.POSITIVE_INFINITY
  let running: Promise<void> | null = null
  let stopped = false

  const schedule = (inMs: number): void => {
    const at = performance.now() + Math.max(0, Math.min(inMs, LONGEST_MS))
    if (stopped || at >= dueAt) return
    dueAt = at
    if (timer !== null) clearTimeout(timer)
    // While a run is under way the time is only noted; its end sets the timer.
    timer = running === null ? setTimeout(run, Math.max(0, at - performance.now())) : null
  }

  function run(): void {
    timer = null
    dueAt = Number.POSITIVE_INFINITY
    running = step()
      .catch((err) => {
        if (!stopped) logger.warn({ err, loop: name }, 'A background loop failed and goes on')
        return PAUSE_AFTER_ERROR_MS
      })
      .then((inMs) => {
        running = null
        const next = Math.min(inMs, dueAt - performance.now())
        dueAt = Number.POSITIVE_INFINITY
        schedule(next)
      })
  }

  schedule(0)
  return {
    hurry: schedule,
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await running
    },
  }
}
