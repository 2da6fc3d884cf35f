/**
 * Turns wake-ups into updates of one run: reads what is new, waits for the next wake-up, reads again. Wake-ups that
 * come while reading are merged; one that was lost between replicas is made up for by looking anyway after a while.
 */
import type { RunUpdate } from '@/server/model/run-view'
import type { RunPosition } from '@/server/queries/get-run-changes'
import { pause } from './pause'

export interface FollowRun {
  /** The revision the viewer has; 0 for nothing. */
  readonly since: number
  readonly read: (seen: RunPosition) => Promise<RunUpdate | null>
  /** Calls back on every change of the run; returns how to stop. */
  readonly onNews: (wake: () => void) => () => void
  readonly signal: AbortSignal | undefined
}

/** A burst of transitions becomes one message: at most ten a second, each well within 300 ms of its commit. */
const BREATH_MS = 80
const LOOK_ANYWAY_MS = 2_000

export async function* followRun({ since, read, onNews, signal }: FollowRun) {
  let hasNews = false
  let wake: (() => void) | null = null
  const stop = onNews(() => {
    hasNews = true
    wake?.()
  })
  let seen: RunPosition = { revision: since, now: 0 }
  try {
    while (!signal?.aborted) {
      hasNews = false
      const update = await read(seen)
      if (update) {
        seen = positionOf(update)
        yield { revision: seen.revision, update }
      }
      await pause(BREATH_MS, signal)
      if (!hasNews) {
        await nextNews((listener) => {
          wake = listener
        }, signal)
      }
    }
  } finally {
    stop()
  }
}

function positionOf(update: RunUpdate): RunPosition {
  const { header, now } = update.type === 'snapshot' ? update.view : update
  return { revision: header.revision, now }
}

function nextNews(listen: (listener: () => void) => void, signal: AbortSignal | undefined): Promise<void> {
  const early = new AbortController()
  listen(() => early.abort())
  return pause(LOOK_ANYWAY_MS, signal ? AbortSignal.any([signal, early.signal]) : early.signal)
}
