import { type GraphTask, taskType } from '@/components/graph/definition'

/** One thing that a task says of itself, for reading. */
export interface TaskFact {
  readonly label: string
  readonly value: unknown
  /** A script or an expression of one language; it keeps its lines. */
  readonly isCode?: boolean
}

/** What is said elsewhere: the head of the sheet, the graph, and the inputs, which have a list of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'name',
  'taskReferenceName',
  'type',
  'description',
  'inputParameters',
  'subWorkflowParam',
  'loopOver',
  'defaultCase',
  'taskDefinition',
])

const LABELS: Readonly<Record<string, string>> = {
  evaluatorType: 'Evaluator',
  expression: 'Expression',
  caseExpression: 'Expression',
  caseValueParam: 'Compares the input',
  scriptExpression: 'Script',
  loopCondition: 'Goes on while',
  items: 'For each of',
  joinOn: 'Waits for',
  defaultExclusiveJoinTask: 'Else takes',
  sink: 'Sends to',
  dynamicTaskNameParam: 'Its type is in the input',
  dynamicForkTasksParam: 'Its tasks are in the input',
  dynamicForkTasksInputParamName: 'Their inputs are in the input',
  optional: 'May fail',
  asyncComplete: 'Completed from outside',
  startDelay: 'Starts after',
  retryCount: 'Retries',
  forkTasks: 'Branches',
  decisionCases: 'Cases',
  cacheConfig: 'Result kept',
}

const CODE: ReadonlySet<string> = new Set(['expression', 'caseExpression', 'scriptExpression', 'loopCondition'])

/** Everything that a task says, in the order in which it was written. */
export function taskFacts(task: GraphTask): readonly TaskFact[] {
  return Object.entries(task).flatMap(([field, value]) => {
    if (ELSEWHERE.has(field) || isNothing(value)) return []
    return [
      { label: LABELS[field] ?? field, value: told(field, value, task), ...(CODE.has(field) ? { isCode: true } : {}) },
    ]
  })
}

/** What it is given, by name; what only its type needs to know (`__…`) last. */
export function taskInputs(task: GraphTask): readonly TaskFact[] {
  const entries = Object.entries(task.inputParameters ?? {})
  const isOwn = ([name]: readonly [string, unknown]) => name.startsWith('_')
  return [...entries.filter((entry) => !isOwn(entry)), ...entries.filter(isOwn)].map(([label, value]) => ({
    label,
    value,
    ...(isScript(task, label) ? { isCode: true } : {}),
  }))
}

function told(field: string, value: unknown, task: GraphTask): unknown {
  if (field === 'startDelay') return `${value} seconds`
  if (field === 'optional') return 'Yes: the workflow goes on'
  if (field === 'joinOn' && Array.isArray(value)) return value.join(', ')
  if (field === 'forkTasks') return counted((task.forkTasks ?? []).map((branch, i) => [`${i + 1}`, branch.length]))
  if (field !== 'decisionCases') return value === true ? 'Yes' : value
  const cases = Object.entries(task.decisionCases ?? {}).map(([key, tasks]) => [key, tasks.length] as const)
  return counted([...cases, ['default', (task.defaultCase ?? []).length]])
}

function counted(lists: readonly (readonly [string, number])[]): string {
  return lists.map(([key, count]) => `${key} (${count === 1 ? '1 task' : `${count || 'no'} tasks`})`).join(', ')
}

function isScript(task: GraphTask, input: string): boolean {
  if (taskType(task) === 'JSON_JQ_TRANSFORM') return input === 'queryExpression'
  return (taskType(task) === 'INLINE' && input === 'expression') || input === 'scriptExpression'
}

/** A default or an empty value: not worth a line. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
