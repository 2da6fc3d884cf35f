import type { Json } from '@/server/model/json'
import type { SystemTaskType } from '@/server/model/task-types'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { error, type Place, type Problem, warning } from './problem'

/** What the inputs of task types that this server performs must have. */
export interface PerformedSubject {
  readonly task: WorkflowTask
  readonly place: Place
  /** Whether the task's input, or the template of its task definition, has this key. */
  readonly has: (name: string) => boolean
}

/** Each group must have one of its fields. */
const NEEDS: Readonly<Partial<Record<SystemTaskType, readonly (readonly string[])[]>>> = {
  HTTP_POLL: [['http_request', 'uri'], ['terminationCondition']],
  WAIT_FOR_WEBHOOK: [['matches']],
  UPDATE_TASK: [['taskId', 'taskRefName'], ['taskStatus']],
  UPDATE_SECRET: [['_secrets']],
  GET_WORKFLOW: [['id']],
  TERMINATE_WORKFLOW: [['workflowId']],
  BUSINESS_RULE: [['ruleFileLocation']],
  GET_SIGNED_JWT: [['privateKey']],
}

export function checkPerformed(subject: PerformedSubject): readonly Problem[] {
  const { task, place, has } = subject
  const missing = (NEEDS[task.type as SystemTaskType] ?? []).filter((group) => !group.some(has))
  const problems = missing.map((group) => {
    const fields = group.map((field) => `inputParameters.${field}`).join(' or ')
    return error(place, `${fields} field is required for taskType: ${task.type} taskName: ${task.name}`)
  })
  return [...problems, ...checkValues(subject)]
}

/** What is written out and cannot be meant; expressions are seen when they are resolved. */
const VALUES: Readonly<Partial<Record<SystemTaskType, Readonly<Record<string, readonly string[]>>>>> = {
  HTTP_POLL: { pollingStrategy: ['FIXED', 'LINEAR_BACKOFF', 'EXPONENTIAL_BACKOFF'] },
  UPDATE_TASK: { taskStatus: ['COMPLETED', 'FAILED', 'FAILED_WITH_TERMINAL_ERROR', 'IN_PROGRESS', 'CANCELED'] },
  BUSINESS_RULE: { executionStrategy: ['FIRE_FIRST', 'FIRE_ALL'] },
  QUERY_PROCESSOR: { queryType: ['CONDUCTOR_API', 'METRICS'] },
}

function checkValues({ task, place, has }: PerformedSubject): readonly Problem[] {
  // Conductor finds out when the task is reached.
  if (task.type === 'START_WORKFLOW' && !has('startWorkflow')) {
    return [warning(place, `${task.taskReferenceName} has no startWorkflow in its input: it will fail.`)]
  }
  return Object.entries(VALUES[task.type as SystemTaskType] ?? {}).flatMap(([field, allowed]) => {
    const value: Json = task.inputParameters[field] ?? null
    if (value === null || allowed.includes(String(value)) || String(value).includes('${')) return []
    const message = `${field} of ${task.taskReferenceName} must be one of ${allowed.join(', ')}; found ${value}`
    return [error(place, message)]
  })
}
