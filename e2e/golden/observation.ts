import type { Json, JsonObject } from '@/server/model/json'

/** The parts of a polled task and of an execution that recordings keep. */
const POLLED = [
  'taskType', 'status', 'inputData', 'referenceTaskName', 'retryCount', 'pollCount', 'taskDefName', 'iteration',
  'correlationId', 'domain', 'workflowType', 'workflowPriority', 'responseTimeoutSeconds', 'callbackAfterSeconds',
  'loopOverTask',
]

export function polledView(task: JsonObject): JsonObject {
  return Object.fromEntries(POLLED.flatMap((field) => (field in task ? [[field, task[field] as Json]] : [])))
}

export function executionView(execution: JsonObject): JsonObject {
  const tasks = execution.tasks as readonly JsonObject[]
  return {
    status: execution.status ?? null,
    input: execution.input ?? {},
    output: execution.output ?? {},
    variables: execution.variables ?? {},
    reason: execution.reasonForIncompletion ?? null,
    failed: [...(execution.failedReferenceTaskNames as readonly string[])].sort(),
    correlationId: execution.correlationId ?? null,
    version: execution.workflowVersion ?? null,
    tasks: [...tasks].sort((one, other) => Number(one.seq) - Number(other.seq)).map(rowView),
  }
}

/** Zero and empty fields are left out; input and output always show. */
function rowView(task: JsonObject): JsonObject {
  const row: Record<string, Json | undefined> = {
    ref: task.referenceTaskName,
    type: task.taskType,
    def: task.taskDefName,
    status: task.status,
    retryCount: task.retryCount,
    iteration: task.iteration,
    reason: task.reasonForIncompletion,
    callbackAfterSeconds: task.callbackAfterSeconds,
    domain: task.domain,
    retried: task.retried,
    subWorkflowId: task.subWorkflowId,
  }
  const shown = Object.entries(row).filter(([, value]) => Boolean(value)) as [string, Json][]
  return { ...Object.fromEntries(shown), input: task.inputData ?? {}, output: task.outputData ?? {} }
}
