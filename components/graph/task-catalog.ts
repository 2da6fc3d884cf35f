/** A task type that the engine runs, in the words of people. */
export interface TaskKind {
  readonly type: string
  readonly label: string
  readonly hint: string
}

export interface TaskKindGroup {
  readonly label: string
  readonly kinds: readonly TaskKind[]
}

/** What the palette offers. */
export const TASK_CATALOG: readonly TaskKindGroup[] = [
  {
    label: 'Work',
    kinds: [
      { type: 'SIMPLE', label: 'Worker task', hint: 'Your own code, in any language' },
      { type: 'HTTP', label: 'HTTP call', hint: 'Call a web address' },
      { type: 'SUB_WORKFLOW', label: 'Sub-workflow', hint: 'Run another workflow and wait for it' },
      { type: 'EVENT', label: 'Event', hint: 'Tell others that something happened' },
      { type: 'HTTP_POLL', label: 'HTTP polling', hint: 'Call a web address until its answer is right' },
      { type: 'DYNAMIC', label: 'Dynamic task', hint: 'The data says which task runs' },
      { type: 'KAFKA_PUBLISH', label: 'Kafka message', hint: 'Write a record to a Kafka topic' },
      { type: 'JDBC', label: 'Database statement', hint: 'Read or change a PostgreSQL database' },
      { type: 'GET_SIGNED_JWT', label: 'Signed token', hint: 'A JWT of a service account' },
      { type: 'UPDATE_SECRET', label: 'Update secret', hint: 'Create or replace a secret' },
    ],
  },
  {
    label: 'Flow',
    kinds: [
      { type: 'SWITCH', label: 'Switch', hint: 'Go one of several ways' },
      { type: 'FORK_JOIN', label: 'Fork', hint: 'Do several things at once, then meet again' },
      { type: 'FORK_JOIN_DYNAMIC', label: 'Dynamic fork', hint: 'As many branches as the data asks for' },
      { type: 'DO_WHILE', label: 'Loop', hint: 'Repeat until a condition is met' },
      { type: 'TERMINATE', label: 'Terminate', hint: 'End the workflow here' },
    ],
  },
  {
    label: 'Data',
    kinds: [
      { type: 'INLINE', label: 'Inline script', hint: 'A few lines of JavaScript' },
      { type: 'JSON_JQ_TRANSFORM', label: 'jq transform', hint: 'Reshape JSON with a jq expression' },
      { type: 'BUSINESS_RULE', label: 'Business rule', hint: 'What the rules of a spreadsheet say' },
      { type: 'SET_VARIABLE', label: 'Set variable', hint: 'Remember values for later tasks' },
    ],
  },
  {
    label: 'Executions',
    kinds: [
      { type: 'START_WORKFLOW', label: 'Start workflow', hint: 'Start another workflow and go on' },
      { type: 'GET_WORKFLOW', label: 'Get execution', hint: 'Read another execution' },
      { type: 'TERMINATE_WORKFLOW', label: 'Terminate execution', hint: 'End other executions' },
      { type: 'QUERY_PROCESSOR', label: 'Query', hint: 'Search executions, or read figures of queues' },
      { type: 'UPDATE_TASK', label: 'Update task', hint: 'Answer for a task of another execution' },
    ],
  },
  {
    label: 'Waiting',
    kinds: [
      { type: 'WAIT', label: 'Wait', hint: 'For a while, until a date, or for a signal' },
      { type: 'HUMAN', label: 'Human task', hint: 'Until a person has decided' },
      { type: 'YIELD', label: 'Yield', hint: 'Until somebody signals' },
      { type: 'WAIT_FOR_WEBHOOK', label: 'Wait for webhook', hint: 'Until an event comes in' },
      { type: 'PULL_WORKFLOW_MESSAGES', label: 'Pull messages', hint: 'Messages that were sent to this execution' },
    ],
  },
]

/** Run and drawn, but not offered: a JOIN comes with its fork, the others are for the few who know them. */
const NOT_OFFERED: readonly TaskKind[] = [
  { type: 'JOIN', label: 'Join', hint: 'Waits for branches' },
  { type: 'EXCLUSIVE_JOIN', label: 'Exclusive join', hint: 'Takes the output of the branch that ran' },
  { type: 'DECISION', label: 'Decision', hint: 'The older form of Switch' },
  { type: 'LAMBDA', label: 'Lambda', hint: 'The older form of Inline script' },
  { type: 'NOOP', label: 'No-op', hint: 'Does nothing' },
]

export const TASK_KINDS: readonly TaskKind[] = [...TASK_CATALOG.flatMap((group) => group.kinds), ...NOT_OFFERED]

const BY_TYPE = new Map(TASK_KINDS.map((kind) => [kind.type, kind]))

export function taskKind(type: string): TaskKind | undefined {
  return BY_TYPE.get(type)
}

export function isBuiltTaskType(type: string): boolean {
  return BY_TYPE.has(type)
}
