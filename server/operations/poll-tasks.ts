import { type Actor, requireWorker } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { PolledTask } from '@/server/model/polled-task'
import type { App } from './app'
import { withoutRefused } from './schemas/check-polled'
import { equipTasks } from './secrets/equip-task'

export interface PollTasks {
  readonly taskType: string
  readonly workerId: string | null
  readonly domain: string | null
  readonly count: number
  readonly timeoutMs: number
  /** Aborted when the client goes away: what it was about to get goes back to the queue. */
  readonly signal?: AbortSignal | undefined
}

const MAX_TIMEOUT_MS = 5_000

/** Hands out due tasks at once, or waits for the first; the engine is not involved. */
export async function pollTasks(app: App, actor: Actor, poll: PollTasks): Promise<readonly PolledTask[]> {
  requireWorker(actor)
  if (poll.timeoutMs > MAX_TIMEOUT_MS)
    throw new AppError('BAD_REQUEST', 'Long Poll Timeout value cannot be more than 5 seconds')
  const { namespaceId } = actor
  const { concurrentPolls } = app.quotas
  const { queue } = app.store
  if (concurrentPolls !== null && queue.waitingOf(namespaceId) >= concurrentPolls)
    throw new AppError(
      'TOO_MANY_REQUESTS',
      `This namespace may have ${concurrentPolls} polls waiting (limit concurrentPolls).`,
      {
        retryAfterSeconds: 1,
      },
    )
  const domain = poll.domain === '' ? null : poll.domain
  const tasks = await queue.poll({ ...poll, namespaceId, domain, count: Math.max(1, poll.count) })
  if (poll.signal?.aborted && tasks.length > 0) {
    await queue.giveBack(tasks)
    return []
  }
  try {
    return await equipTasks(app, await withoutRefused(app, tasks))
  } catch (error) {
    await queue.giveBack(tasks)
    throw error
  }
}
