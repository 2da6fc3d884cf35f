/** What the palette offers: the task types that the engine runs, in the words of people. */
export interface TaskKind {
  readonly type: string
  readonly label: string
  readonly hint: string
}

export interface TaskKindGroup {
  readonly label: string
  readonly kinds: readonly TaskKind[]
}

export const TASK_CATALOG: readonly TaskKindGroup[] = [
  {
    label: 'Work',
    kinds: [
      { type: 'SIMPLE', label: 'Worker task', hint: 'Your own code, in any language' },
      { type: 'HTTP', label: 'HTTP call', hint: 'Call a web address' },
      { type: 'SUB_WORKFLOW', label: 'Sub-workflow', hint: 'Run another workflow and wait for it' },
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
      { type: 'SET_VARIABLE', label: 'Set variable', hint: 'Remember values for later tasks' },
    ],
  },
  { label: 'Time', kinds: [{ type: 'WAIT', label: 'Wait', hint: 'For a while, until a date, or for a signal' }] },
]

const KINDS = new Map(TASK_CATALOG.flatMap((group) => group.kinds).map((kind) => [kind.type, kind]))

export function taskKind(type: string): TaskKind | undefined {
  return KINDS.get(type)
}

/** JOIN comes with its fork and is not offered alone. */
export function isBuiltTaskType(type: string): boolean {
  return type === 'JOIN' || KINDS.has(type)
}
