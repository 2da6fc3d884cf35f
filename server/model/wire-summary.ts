import type { Task, Workflow } from './execution'
import type { JsonObject } from './json'
import { queueWaitTime, REASON_CHARS, type WireTaskOwner } from './wire-task'
import { withoutNulls } from './without-nulls'

/** Search results: unlike everywhere else their times are ISO strings and their payloads are texts. */
export function toWorkflowSummary(workflow: Workflow): JsonObject {
  const input = JSON.stringify(workflow.input)
  const output = JSON.stringify(workflow.output)
  return withoutNulls({
    workflowType: workflow.workflowName,
    version: workflow.workflowVersion,
    workflowId: workflow.workflowId,
    correlationId: workflow.correlationId,
    startTime: isoTime(workflow.createTime),
    updateTime: isoTime(workflow.updateTime),
    endTime: isoTime(workflow.endTime),
    status: workflow.status,
    input,
    output,
    inputSize: input.length,
    outputSize: output.length,
    reasonForIncompletion: workflow.reasonForIncompletion,
    executionTime: workflow.endTime === 0 ? 0 : workflow.endTime - workflow.createTime,
    event: workflow.event,
    failedReferenceTaskNames: workflow.failedReferenceTaskNames.join(','),
    failedTaskNames: workflow.failedTaskNames,
    priority: workflow.priority,
    createdBy: workflow.createdBy,
    taskToDomain: workflow.taskToDomain,
    idempotencyKey: workflow.idempotencyKey,
    parentWorkflowId: workflow.parentWorkflowId ?? '',
    classifier: 'workflow',
  })
}

export function toTaskSummary(task: Task, owner: WireTaskOwner): JsonObject {
  return withoutNulls({
    workflowId: task.workflowInstanceId,
    workflowType: owner.workflowName,
    correlationId: owner.correlationId,
    taskId: task.taskId,
    taskReferenceName: task.referenceTaskName,
    taskDefName: task.taskDefName,
    taskType: task.taskType,
    status: task.status,
    scheduledTime: isoTime(task.scheduledTime),
    startTime: isoTime(task.startTime),
    updateTime: isoTime(task.updateTime),
    endTime: isoTime(task.endTime),
    reasonForIncompletion: task.reasonForIncompletion?.slice(0, REASON_CHARS) ?? null,
    executionTime: task.endTime === 0 || task.startTime === 0 ? 0 : task.endTime - task.startTime,
    queueWaitTime: queueWaitTime(task),
    input: JSON.stringify(task.inputData),
    output: JSON.stringify(task.outputData),
    workflowPriority: owner.priority,
    domain: task.domain,
  })
}

function isoTime(time: number): string | null {
  return time === 0 ? null : new Date(time).toISOString()
}
