import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId, isUuid, type TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { TaskResultStatus } from '@/server/model/status'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { checkedResult } from './schemas/check-result'

export interface TaskUpdateByRef {
  readonly workflowId: string
  /** As in the definition; inside a loop it means the newest turn. */
  readonly taskRefName: string
  readonly status: TaskResultStatus
  readonly output: JsonObject
  readonly workerId: string | null
}

/** Such an update gives no more than an output: what an earlier result said besides holds on, as in Conductor. */
interface OpenTask {
  readonly id: TaskId
  readonly reason: string | null
  readonly callbackAfterSeconds: number
}

/** The newest open row of that name; its own turns are called `ref__N`. */
const FIND_OPEN = `
  select id, reason, callback_after_seconds as "callbackAfterSeconds" from tasks
  where namespace_id = $1 and execution_id = $2 and status in ('SCHEDULED', 'IN_PROGRESS')
    and (ref = $3 or (loop_over and left(ref, length($3) + 2) = $3 || '__'))
  order by ref = $3 desc, seq desc limit 1`

/** Answers with the id of the task, or null when no task of that name is open: as in Conductor that is no error, not even of an unknown workflow. */
export async function updateTaskByRef(app: App, actor: Actor, update: TaskUpdateByRef): Promise<TaskId | null> {
  requireRole(actor, 'editor')
  const { workflowId, taskRefName, status, output, workerId } = update
  if (!isUuid(workflowId)) return null
  const [task] = await tenantOf(app.db, actor.namespaceId).rows<OpenTask>(FIND_OPEN, [workflowId, taskRefName])
  if (!task) return null
  const given = { taskId: task.id, status, outputData: output, reasonForIncompletion: task.reason }
  const checked = await checkedResult(app, actor.namespaceId, given)
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: {
      type: 'task-result',
      taskId: task.id,
      status: checked.status,
      output,
      mergeOutput: true,
      reasonForIncompletion: checked.reasonForIncompletion,
      callbackAfterSeconds: task.callbackAfterSeconds,
      extendLease: false,
      workerId,
    },
  })
  await outcome.settled()
  return task.id
}
