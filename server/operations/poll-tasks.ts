import { hearsOfStart } from '@/server/engine/state-changes'
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

/** Before the worker has it, so that its end is not told first. Should it fail, the row's next decision tells it. */
async function noteTaken(app: App, tasks: readonly PolledTask[]): Promise<void> {
  const heard = tasks.filter(({ task }) => hearsOfStart(task.workflowTask))
  const note = ({ namespaceId, task: { taskId, workflowInstanceId: workflowId } }: PolledTask) =>
    app.store.submit({ namespaceId, workflowId, event: { type: 'taken', taskId } })
  const failed = (await Promise.allSettled(heard.map(note))).find(({ status }) => status === 'rejected')
  if (failed) app.logger.warn({ err: failed }, 'A task was taken, and nobody has been told of it yet')
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
  return handOut(app, tasks)
}

/** Claimed tasks as their worker gets them: held against their schemas, told of, and with the values of secrets. */
export async function handOut(app: App, tasks: readonly PolledTask[]): Promise<readonly PolledTask[]> {
  try {
    const kept = await withoutRefused(app, tasks)
    await noteTaken(app, kept)
    return await equipTasks(app, kept)
  } catch (error) {
    await app.store.queue.giveBack(tasks)
    throw error
  }
}
