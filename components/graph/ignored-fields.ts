import { allTasks } from './child-lists'
import type { Definition, GraphTask, JsonPath } from './definition'
import { taskAt } from './update-at'

/** Every field there is: the compiler holds these lists and the vocabulary together. */
const TASK_FIELDS: Readonly<Record<keyof GraphTask, true>> = {
  name: true,
  taskReferenceName: true,
  description: true,
  type: true,
  inputParameters: true,
  dynamicTaskNameParam: true,
  caseValueParam: true,
  caseExpression: true,
  scriptExpression: true,
  evaluatorType: true,
  expression: true,
  dynamicForkTasksParam: true,
  dynamicForkTasksInputParamName: true,
  dynamicForkJoinTasksParam: true,
  startDelay: true,
  subWorkflowParam: true,
  joinOn: true,
  defaultExclusiveJoinTask: true,
  joinStatus: true,
  joinMode: true,
  sink: true,
  optional: true,
  permissive: true,
  asyncComplete: true,
  rateLimited: true,
  retryCount: true,
  loopCondition: true,
  items: true,
  onStateChange: true,
  cacheConfig: true,
  metadata: true,
  decisionCases: true,
  defaultCase: true,
  forkTasks: true,
  loopOver: true,
  taskDefinition: true,
}

const WORKFLOW_FIELDS: Readonly<Record<keyof Definition, true>> = {
  name: true,
  description: true,
  version: true,
  tasks: true,
  inputParameters: true,
  outputParameters: true,
  failureWorkflow: true,
  failureWorkflowVersion: true,
  schemaVersion: true,
  restartable: true,
  workflowStatusListenerEnabled: true,
  workflowStatusListenerSink: true,
  ownerApp: true,
  ownerEmail: true,
  timeoutPolicy: true,
  timeoutSeconds: true,
  variables: true,
  inputTemplate: true,
  metadata: true,
  rateLimitConfig: true,
  inputSchema: true,
  outputSchema: true,
  enforceSchema: true,
  cacheConfig: true,
  maskedFields: true,
  createTime: true,
  updateTime: true,
  createdBy: true,
  updatedBy: true,
}

/** What Conductor's own answers carry besides: pasted along, and not worth a word. */
const HARMLESS: ReadonlySet<string> = new Set(['accessPolicy', 'tags', 'overwriteTags', 'workflowTaskType'])

export interface IgnoredField {
  readonly pointer: JsonPath
  readonly message: string
}

/** Fields that nobody reads, and that are lost when the definition is stored. */
export function ignoredFields(definition: Definition): readonly IgnoredField[] {
  const owners = [
    { value: definition as object, path: [] as JsonPath, of: 'a workflow', known: WORKFLOW_FIELDS as object },
    ...[...allTasks(definition)].map(({ task, path }) => ({
      value: task as object,
      path,
      of: 'a task',
      known: TASK_FIELDS,
    })),
  ]
  return owners.flatMap(({ value, path, of, known }) =>
    Object.keys(value)
      .filter((field) => !Object.hasOwn(known, field) && !HARMLESS.has(field))
      .map((field) => ({ pointer: [...path, field], message: `${field} is no field of ${of}: it is not kept.` })),
  )
}

/** The names that the field might have had; null when it is read. */
export function ignoredField(definition: Definition, pointer: JsonPath): readonly string[] | null {
  const field = pointer.at(-1)
  if (typeof field !== 'string') return null
  const isTop = pointer.length === 1
  const known = isTop ? WORKFLOW_FIELDS : TASK_FIELDS
  const owner = isTop ? definition : taskAt(definition, pointer.slice(0, -1))
  const isOwner =
    isTop || (typeof pointer.at(-2) === 'number' && owner !== undefined && 'taskReferenceName' in (owner as object))
  return isOwner && !Object.hasOwn(known, field) ? Object.keys(known) : null
}
