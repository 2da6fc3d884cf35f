import { AppError } from '@/server/model/errors'

/** Counts failures by key in windows of a minute. A key that failed too often is refused until its window ends. */
export interface FailureThrottle {
  check(key: string): void
  fail(key: string): void
}

const WINDOW_MS = 60_000
const MAX_KEYS = 10_000

export function createFailureThrottle(allowed: number, now: () => number = Date.now): FailureThrottle {
  const windows = new Map<string, { failures: number; endsAt: number }>()
  const current = (key: string) => {
    const window = windows.get(key)
    return window && window.endsAt > now() ? window : null
  }
  return {
    check(key) {
      const window = current(key)
      if (!window || window.failures < allowed) return
      const seconds = Math.ceil((window.endsAt - now()) / 1000)
      throw new AppError('TOO_MANY_REQUESTS', `Too many wrong secrets; try again in ${seconds} seconds.`, {
        retryAfterSeconds: seconds,
      })
    },
    fail(key) {
      const window = current(key)
      if (window) {
        window.failures += 1
        return
      }
      const [oldest] = windows.keys()
      if (windows.size >= MAX_KEYS && oldest !== undefined) windows.delete(oldest)
      windows.delete(key)
      windows.set(key, { failures: 1, endsAt: now() + WINDOW_MS })
    },
  }
}
