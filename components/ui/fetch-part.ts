const TRIES = 4
const FIRST_PAUSE_MS = 500

/** What the wait is for: a browser, or a test. */
export interface Surroundings {
  readonly isOnline: () => boolean
  /** Until the browser has a network again. */
  readonly online: () => Promise<void>
  readonly pause: (ms: number) => Promise<void>
}

const BROWSER: Surroundings = {
  isOnline: () => navigator.onLine,
  online: () => new Promise((resolve) => window.addEventListener('online', () => resolve(), { once: true })),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/**
 * A part of the program that is fetched when it is first wanted: `fetchPart(() => import('./dialog'))`. Without a network
 * it comes later and breaks nothing; only a server that is reached and does not have it (any more) makes it fail.
 */
export async function fetchPart<T>(load: () => Promise<T>, around: Surroundings = BROWSER): Promise<T> {
  for (let tries = 1; ; ) {
    try {
      return await load()
    } catch (error) {
      if (!around.isOnline()) {
        await around.online()
        continue
      }
      if (tries === TRIES) throw error
      await around.pause(FIRST_PAUSE_MS * 2 ** (tries - 1))
      tries += 1
    }
  }
}

/** What the page needs is not there: it was perhaps replaced by a newer one, which only loading the page anew brings. */
export function isPartMissing(error: Error): boolean {
  return error.name === 'ChunkLoadError'
}
