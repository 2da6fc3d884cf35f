import type { Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import type { Json, JsonObject } from '@/server/model/json'
import { isTerminalTask } from '@/server/model/status'
import type { Draft } from './draft'
import type { ExpressionScope } from './expressions/resolve-inputs'
import { mentionsHistory, wholeLoopOutput } from './loop-history'
import { baseRef } from './task-refs'

/** What `${…}` can see: the workflow, and the latest row of each reference name (of any turn of a loop). */
export function scopeOf(draft: Draft, template: Json, taskId?: TaskId): ExpressionScope {
  const lookup = (root: string): Json | undefined => {
    if (root === 'workflow') return describeWorkflow(draft)
    const id = draft.unseen?.has(root) ? draft.unseen.get(root) : draft.rows.latestByBase.get(root)
    const task = id === undefined ? undefined : draft.rows.tasks.get(id)
    if (task === undefined) return undefined
    return describeTask(draft.workflow, task, outputOf(draft, task, template))
  }
  const { env } = draft.context
  return taskId === undefined ? { lookup, env } : { lookup, env, taskId }
}

function outputOf(draft: Draft, task: Task, template: Json): JsonObject {
  const runs = task.taskType === 'DO_WHILE' && !isTerminalTask(task.status)
  if (!runs || !mentionsHistory(template, baseRef(task))) return task.outputData
  return wholeLoopOutput(draft.rows, task, task.iteration - 1)
}

function describeWorkflow(draft: Draft): JsonObject {
  const { workflow } = draft
  return {
    input: workflow.input,
    output: workflow.output,
    status: workflow.status,
    workflowId: workflow.workflowId,
    parentWorkflowId: workflow.parentWorkflowId,
    parentWorkflowTaskId: workflow.parentWorkflowTaskId,
    workflowType: workflow.workflowName,
    version: workflow.workflowVersion,
    correlationId: workflow.correlationId,
    reasonForIncompletion: workflow.reasonForIncompletion,
    schemaVersion: draft.snapshot.definition.schemaVersion,
    variables: workflow.variables,
  }
}

export function describeTask(workflow: Workflow, task: Task, output: JsonObject): JsonObject {
  return {
    input: task.inputData,
    output,
    taskType: task.taskType,
    status: task.status,
    referenceTaskName: task.referenceTaskName,
    retryCount: task.retryCount,
    correlationId: workflow.correlationId,
    pollCount: task.pollCount,
    taskDefName: task.taskDefName,
    scheduledTime: task.scheduledTime,
    startTime: task.startTime,
    endTime: task.endTime,
    workflowInstanceId: task.workflowInstanceId,
    taskId: task.taskId,
    reasonForIncompletion: task.reasonForIncompletion,
    callbackAfterSeconds: task.callbackAfterSeconds,
    workerId: task.workerId,
    iteration: task.iteration,
  }
}
