import { type Actor, requireWorker } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asTaskId, asWorkflowId, isUuid, type TaskId } from '@/server/model/ids'
import type { TaskResult } from '@/server/model/requests'
import type { SubmitOutcome } from '@/server/store/item'
import { unknownWorkflow } from '@/server/store/store'
import { addTaskLogs } from './add-task-log'
import type { App } from './app'
import { checkedResult } from './schemas/check-result'

/** A worker's result. For a task or workflow that has ended it is accepted and ignored. */
export async function updateTask(app: App, actor: Actor, result: TaskResult): Promise<TaskId> {
  await applyTaskResult(app, actor, result)
  return asTaskId(result.taskId)
}

const MAX_LOGS = 10

export async function applyTaskResult(app: App, actor: Actor, given: TaskResult): Promise<SubmitOutcome> {
  requireWorker(actor)
  const workflowId = asWorkflowId(given.workflowInstanceId)
  if (!isUuid(workflowId)) throw unknownWorkflow(workflowId)
  if (!isUuid(given.taskId)) throw new AppError('NOT_FOUND', `No such task found by id: ${given.taskId}`)
  const result = await checkedResult(app, actor.namespaceId, given)
  const taskId = asTaskId(result.taskId)
  const { subWorkflowId } = result
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId,
    event: {
      type: 'task-result',
      taskId,
      status: result.status,
      output: result.outputData,
      mergeOutput: false,
      reasonForIncompletion: result.reasonForIncompletion ?? null,
      callbackAfterSeconds: result.callbackAfterSeconds,
      extendLease: result.extendLease,
      workerId: result.workerId ?? null,
      ...(subWorkflowId && isUuid(subWorkflowId) ? { subWorkflowId: asWorkflowId(subWorkflowId) } : {}),
    },
  })
  const logs = result.logs.slice(0, MAX_LOGS).map(({ log, createdTime }) => ({ log, createdTime: createdTime ?? null }))
  if (logs.length > 0) await addTaskLogs(app, actor, { taskId, logs })
  await outcome.settled()
  return outcome
}
