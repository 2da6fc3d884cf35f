import type { Actor } from '@/server/model/actor'
import type { PolledTask } from '@/server/model/polled-task'
import type { TaskResult } from '@/server/model/requests'
import type { App } from './app'
import { handOut } from './poll-tasks'
import { applyTaskResult } from './update-task'

/** Long enough for a claim on a busy machine: a next task that is there is handed over. */
const LOOK_MS = 20

/** Takes a result and answers with the next task of the same type for the same worker, if one is there. */
export async function updateTaskV2(app: App, actor: Actor, result: TaskResult): Promise<PolledTask | null> {
  const { task } = await applyTaskResult(app, actor, result)
  if (task === null || task.performer !== 'worker') return null
  const claimed = await app.store.queue.poll({
    namespaceId: actor.namespaceId,
    taskType: task.taskType,
    domain: task.domain,
    workerId: result.workerId ?? task.workerId,
    count: 1,
    timeoutMs: LOOK_MS,
  })
  const [next] = await handOut(app, claimed)
  return next ?? null
}
