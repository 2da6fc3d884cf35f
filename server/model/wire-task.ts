import type { Task } from './execution'
import type { Json, JsonObject } from './json'
import type { TaskDef } from './task-def'
import { toWireTaskDef, toWireWorkflowTask } from './wire-definition'

/** What a task's JSON shows of the execution that it belongs to. */
export interface WireTaskOwner {
  readonly workflowName: string
  readonly correlationId: string | null
  readonly priority: number
}

/** Conductor's limit for a task's reason on the wire; a longer one is whole in the database. */
export const REASON_CHARS = 500

/**
 * A task as Conductor's clients read it: nulls on the top level are left out, nulls inside payloads are kept,
 * our own bookkeeping (`state`, `performer`, `leaseUntil` …) never leaves the server.
 */
export function toWireTask(task: Task, owner: WireTaskOwner, taskDef: TaskDef | null): JsonObject {
  const wire: Record<string, Json> = {
    taskId: task.taskId,
    workflowInstanceId: task.workflowInstanceId,
    workflowType: owner.workflowName,
    referenceTaskName: task.referenceTaskName,
    taskType: task.taskType,
    taskDefName: task.taskDefName,
    status: task.status,
    inputData: task.inputData,
    outputData: task.outputData,
    retryCount: task.retryCount,
    seq: task.seq,
    pollCount: task.pollCount,
    iteration: task.iteration,
    scheduledTime: task.scheduledTime,
    startTime: task.startTime,
    endTime: task.endTime,
    updateTime: task.updateTime,
    firstStartTime: 0,
    startDelayInSeconds: task.startDelayInSeconds,
    callbackAfterSeconds: task.callbackAfterSeconds,
    // Conductor has none for a DYNAMIC task that nobody defined, and says so; ours comes back from a dead worker all the same.
    responseTimeoutSeconds: task.workflowTask.type === 'DYNAMIC' && taskDef === null ? 0 : task.responseTimeoutSeconds,
    retried: task.retried,
    executed: task.executed,
    callbackFromWorker: true,
    subworkflowChanged: task.subworkflowChanged,
    workflowPriority: owner.priority,
    rateLimitPerFrequency: taskDef?.rateLimitPerFrequency ?? 0,
    rateLimitFrequencyInSeconds: taskDef?.rateLimitFrequencyInSeconds ?? 1,
    workflowTask: toWireWorkflowTask(task.workflowTask),
    queueWaitTime: queueWaitTime(task),
    loopOverTask: task.loopOverTask,
  }
  if (owner.correlationId !== null) wire.correlationId = owner.correlationId
  if (task.retriedTaskId !== null) wire.retriedTaskId = task.retriedTaskId
  if (task.workerId !== null) wire.workerId = task.workerId
  if (task.domain !== null) wire.domain = task.domain
  const subWorkflowId = childShownBy(task)
  if (subWorkflowId !== null) wire.subWorkflowId = subWorkflowId
  if (task.reasonForIncompletion !== null)
    wire.reasonForIncompletion = task.reasonForIncompletion.slice(0, REASON_CHARS)
  if (taskDef !== null) wire.taskDefinition = toWireTaskDef(taskDef)
  return wire
}

/** As in Conductor, of any task that has one in its data. */
function childShownBy({ subWorkflowId, outputData, inputData }: Task): string | null {
  const shown = [subWorkflowId, outputData.subWorkflowId, inputData.subWorkflowId].find((id) => (id ?? null) !== null)
  return typeof shown === 'string' ? shown : null
}

/** How long it waited for a worker: not while it was put off, by a delay of its own or between attempts. */
export function queueWaitTime({ startTime, scheduledTime, startDelayInSeconds }: Task): number {
  if (startTime === 0 || scheduledTime === 0) return 0
  return Math.max(0, startTime - scheduledTime - startDelayInSeconds * 1000)
}
