import type { EngineEvent } from '@/server/engine/event'
import { isUuid, type TaskId, type WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { checkOutputSize } from '@/server/operations/check-output-size'
import { tenantOf } from '@/server/platform/tenant'
import { type ActionCall, missing, originOf, resolved, textOf } from './action-call'
import type { Errand } from './errand'

interface Target {
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
}

const COLUMNS = 'select id as "taskId", execution_id as "workflowId" from tasks where namespace_id = $1'

/** Of a loop the newest turn is meant; an open attempt rather than one that has ended. */
const BY_REF = `${COLUMNS} and execution_id = $2
  and (ref = $3 or (loop_over and left(ref, length($3) + 2) = $3 || '__'))
  order by status in ('SCHEDULED', 'IN_PROGRESS') desc, iteration desc, seq desc limit 1`

/** complete_task and fail_task. A task that is not there is an answer, not a failure; one that has ended stays as it is. */
export async function answerTask(app: App, call: ActionCall, status: 'COMPLETED' | 'FAILED'): Promise<Errand> {
  const details = status === 'COMPLETED' ? call.action.complete_task : call.action.fail_task
  if (!details) throw missing(call, status === 'COMPLETED' ? 'complete_task' : 'fail_task')
  const { workflowId = null, taskId = null, taskRefName = null, reasonForIncompletion = null, output } = details
  const texts = resolved(app, call, { reasonForIncompletion })
  const told = resolved(app, call, { workflowId, taskId, taskRefName, ...output })
  const target = await findTarget(app, call, told)
  if (target === null) return { told: null, output: { ...told, error: nothingFound(told) } }
  const answer = { ...told, ...originOf(call) }
  checkOutputSize(answer, app.limits)
  const reason = textOf(texts.reasonForIncompletion)
  return { told: { workflowId: target.workflowId, event: result(target, status, { answer, reason }) }, output: answer }
}

function result(
  { taskId }: Target,
  status: 'COMPLETED' | 'FAILED',
  said: { answer: JsonObject; reason: string | null },
) {
  return {
    type: 'task-result',
    taskId,
    status,
    output: said.answer,
    mergeOutput: false,
    reasonForIncompletion: said.reason,
    callbackAfterSeconds: 0,
    extendLease: false,
    workerId: null,
  } satisfies EngineEvent
}

async function findTarget(app: App, { message }: ActionCall, told: JsonObject): Promise<Target | null> {
  const tenant = tenantOf(app.db, message.namespaceId)
  const [workflowId, taskId, ref] = [textOf(told.workflowId), textOf(told.taskId), textOf(told.taskRefName)]
  if (taskId !== null)
    return isUuid(taskId) ? ((await tenant.rows<Target>(`${COLUMNS} and id = $2`, [taskId]))[0] ?? null) : null
  if (workflowId === null || ref === null || !isUuid(workflowId)) return null
  return (await tenant.rows<Target>(BY_REF, [workflowId, ref]))[0] ?? null
}

function nothingFound(told: JsonObject): string {
  const [taskId, ref, workflowId] = [told.taskId, told.taskRefName, told.workflowId].map((value) => textOf(value) ?? '')
  return `No task found with taskId: ${taskId}, reference name: ${ref}, workflowId: ${workflowId}`
}
