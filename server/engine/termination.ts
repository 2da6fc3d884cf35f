import type { Task } from '@/server/model/execution'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import type { Ending } from './draft'

export function isTermination({ taskType, status }: Task): boolean {
  return taskType === 'TERMINATE' && status === 'COMPLETED'
}

const STATUSES = ['COMPLETED', 'FAILED', 'TERMINATED'] as const
type TerminationStatus = (typeof STATUSES)[number]

export function terminationStatus(input: JsonObject): TerminationStatus | null {
  return STATUSES.find((status) => status === input.terminationStatus) ?? null
}

/** What a TERMINATE task that completed makes of its workflow. */
export function terminationBy(task: Task): Ending {
  const status = terminationStatus(task.inputData) ?? 'FAILED'
  const given = task.inputData.terminationReason
  const reason =
    typeof given === 'string' && given !== '' ? given : `Workflow is ${status} by TERMINATE task: ${task.taskId}`
  return { status, reason, taskId: null, output: task.outputData }
}

/** `workflowOutput` as a map: anything else is wrapped. */
export function terminationOutput(input: JsonObject): JsonObject {
  const output = input.workflowOutput
  if (output === undefined || output === null) return {}
  return isJsonObject(output) ? output : { output }
}
