import type { Json } from '@/server/model/json'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'
import type { Random } from './random'

/** Tasks of every kind, nested at random. Names are short, so that a replayed seed can be read. */
export interface Author {
  readonly random: Random
  /** Reference names given so far; a later task's input may mention one. */
  readonly refs: string[]
  /** Workflows that a SUB_WORKFLOW may name. */
  readonly children: readonly string[]
  /** Those that nobody started: following one may be following who waits for this one. */
  readonly firsts: readonly string[]
  /** Names of worker tasks, each with a definition of its own or none. */
  readonly workers: readonly [string, ...string[]]
  left: number
}

const MAX_DEPTH = 3
const HEARD = 'onScheduled,onStart, onFailed'

function writeTasks(author: Author, depth: number): WorkflowTaskInput[] {
  const count = 1 + author.random.below(depth === 0 ? 4 : 2)
  return Array.from({ length: count }, () => writeTask(author, depth)).flat()
}

/** The tasks of a whole workflow; in a story about circles one of them is likely to follow somebody. */
export function writeWorkflowTasks(author: Author): WorkflowTaskInput[] {
  const tasks = writeTasks(author, 0)
  if (author.firsts.length === 0 || author.random.chance(0.3)) return tasks
  const ref = `t${author.refs.length + 1}`
  author.refs.push(ref)
  const follows = subWorkflow(author, ref)
  return author.random.chance(0.5) ? [...follows, ...tasks] : [...tasks, ...follows]
}

type Writer = (author: Author, ref: string, depth: number) => WorkflowTaskInput[]

function writeTask(author: Author, depth: number): WorkflowTaskInput[] {
  const { random } = author
  author.left -= 1
  const ref = `t${author.refs.length + 1}`
  author.refs.push(ref)
  const nests = depth < MAX_DEPTH && author.left > 0
  const writer = random.pick(nests && random.chance(0.45) ? NESTING : SINGLE)
  return writer(author, ref, depth)
}

function task(author: Author, ref: string, more: Partial<WorkflowTaskInput>): WorkflowTaskInput {
  const { random } = author
  return {
    name: ref,
    taskReferenceName: ref,
    inputParameters: someInput(author),
    ...(random.chance(0.1) ? { optional: true } : {}),
    ...(random.chance(0.08) ? { permissive: true } : {}),
    ...(random.chance(0.15) ? { retryCount: random.below(3) } : {}),
    ...(random.chance(0.08) ? { cacheConfig: { key: '${a}', ttlInSecond: 600 } } : {}),
    ...(random.chance(0.04)
      ? { onStateChange: { [HEARD]: [{ type: 'a', payload: { s: `\${${ref}.status}` } }] } }
      : {}),
    ...(random.chance(0.06) ? { startDelay: 1 + random.below(20) } : {}),
    ...more,
  }
}

function someInput({ random, refs }: Author): Input {
  const mentioned = random.pick(refs) ?? 't1'
  const values = ['${workflow.input.a}', `\${${mentioned}.output.v}`, '${workflow.variables.x}', 7]
  return random.chance(0.4) ? { a: random.pick(values) ?? null } : {}
}

const simple: Writer = (author, ref) => [
  task(author, ref, { name: author.random.pick(author.workers), type: 'SIMPLE' }),
]

/** A type that needs nothing more than its input. */
type Input = NonNullable<WorkflowTaskInput['inputParameters']>

const plain =
  (type: string, inputParameters: (random: Random) => Input = () => ({})): Writer =>
  (author, ref) => [task(author, ref, { type, inputParameters: inputParameters(author.random) })]

const terminateSometimes: Writer = (author, ref) => {
  if (!author.random.chance(0.3)) return simple(author, ref, 0)
  const terminationStatus = author.random.pick(['COMPLETED', 'FAILED', 'TERMINATED'])
  return [{ ...task(author, ref, { type: 'TERMINATE', inputParameters: { terminationStatus } }), optional: false }]
}

const SINGLE: readonly [Writer, ...Writer[]] = [
  simple,
  simple,
  simple,
  (author, ref) => [task(author, ref, { name: author.random.pick(author.workers), type: 'MADE_UP' })],
  plain('SET_VARIABLE', (random) => ({ x: random.below(3) })),
  plain('INLINE', () => ({ expression: '1' })),
  plain('LAMBDA', () => ({ scriptExpression: 'return 1' })),
  plain('JSON_JQ_TRANSFORM', () => ({ queryExpression: '.' })),
  http,
  plain('NOOP'),
  plain('HUMAN'),
  plain('YIELD'),
  plain('WAIT_FOR_WEBHOOK', () => ({ matches: { a: 1 } })),
  plain('WAIT', (random) => (random.chance(0.5) ? { duration: `${1 + random.below(60)}s` } : {})),
  terminateSometimes,
  subWorkflow,
  startAlone,
  dynamic,
  dynamicFork,
  dynamicFork,
]

const NESTING: readonly [Writer, ...Writer[]] = [fork, fork, chooseByValue, chooseByScript, loop, loop, exclusive]

/** Sometimes under a definition, which may have limits. */
function http(author: Author, ref: string): WorkflowTaskInput[] {
  const name = author.random.chance(0.5) ? author.random.pick(author.workers) : ref
  const inputParameters = { uri: 'http://example.com', method: 'GET' }
  return [task(author, ref, { name, type: 'HTTP', asyncComplete: author.random.chance(0.2), inputParameters })]
}

function subWorkflow(author: Author, ref: string): WorkflowTaskInput[] {
  const { random, children, firsts } = author
  const first = random.chance(0.6) ? random.pick(firsts) : undefined
  const name = first ?? random.pick(children)
  if (name === undefined) return simple(author, ref, 0)
  const key = first === undefined ? someKey(random) : FIRST
  const subWorkflowParam = {
    name: random.chance(0.03) ? 'nobody' : name,
    ...key,
    version: random.chance(0.3) ? 1 : null,
  }
  return [task(author, ref, { type: 'SUB_WORKFLOW', subWorkflowParam })]
}

const FIRST = { idempotencyKey: 'first', idempotencyStrategy: 'RETURN_EXISTING' } as const

function someKey(random: Random): Partial<NonNullable<WorkflowTaskInput['subWorkflowParam']>> {
  if (random.chance(0.6)) return {}
  return {
    idempotencyKey: random.pick(['k', 'l']),
    idempotencyStrategy: random.pick(['RETURN_EXISTING', 'RETURN_EXISTING', 'FAIL', 'FAIL_ON_RUNNING']),
  }
}

function startAlone(author: Author, ref: string): WorkflowTaskInput[] {
  const { random, children } = author
  const name = random.pick(children)
  if (name === undefined) return simple(author, ref, 0)
  const key = random.chance(0.5) ? { idempotencyKey: random.pick(['k', 'l']) } : {}
  return [
    task(author, ref, { type: 'START_WORKFLOW', inputParameters: { startWorkflow: { name, input: {}, ...key } } }),
  ]
}

function dynamic(author: Author, ref: string): WorkflowTaskInput[] {
  const { random, children } = author
  const name = random.chance(0.6) ? random.pick(author.workers) : random.pick(['NOOP', 'HUMAN', 'SUB_WORKFLOW'])
  const inputParameters = { n: name, ...(name === 'SUB_WORKFLOW' ? { subWorkflowName: children[0] ?? 'nobody' } : {}) }
  return [task(author, ref, { type: 'DYNAMIC', dynamicTaskNameParam: 'n', inputParameters })]
}

function dynamicFork(author: Author, ref: string): WorkflowTaskInput[] {
  const { random } = author
  const width = random.below(4)
  const items = Array.from({ length: width }, (_, i) => i)
  const byItems = { forkTaskName: random.pick(author.workers), forkTaskInputs: items }
  const children = author.children[0]
  const tasks = items.map((i) => ({
    taskReferenceName: `${ref}_${i}`,
    ...(children !== undefined && random.chance(0.3)
      ? { name: 'child', type: 'SUB_WORKFLOW', subWorkflowParam: { name: children } }
      : { name: random.pick(author.workers), type: 'SIMPLE', optional: random.chance(0.2) }),
    ...(random.chance(0.3) ? structure(author) : {}),
  }))
  const inputs = Object.fromEntries(tasks.map(({ taskReferenceName }) => [taskReferenceName, { i: 1 }]))
  const how: Partial<WorkflowTaskInput> = random.chance(0.5)
    ? { inputParameters: byItems }
    : {
        dynamicForkTasksParam: 'tasks',
        dynamicForkTasksInputParamName: 'inputs',
        inputParameters: { tasks, inputs },
      }
  return [task(author, ref, { type: 'FORK_JOIN_DYNAMIC', startDelay: 0, ...how }), joinOf(author, ref, [])]
}

/** A branch that is a whole choice or loop, now and then under a name that is taken. */
function structure(author: Author): Record<string, Json> {
  const { random } = author
  const ref = random.chance(0.1) ? (random.pick(author.refs) ?? 't1') : `b${author.refs.length + 1}`
  author.refs.push(ref)
  const writer = random.pick([chooseByValue, chooseByScript, loop] as const)
  const [written] = writer(author, ref, MAX_DEPTH - 1)
  return JSON.parse(JSON.stringify(written))
}

function joinOf({ random }: Author, ref: string, joinOn: string[]): WorkflowTaskInput {
  const script = random.chance(0.1) ? { evaluatorType: 'javascript', expression: '$.enough' } : {}
  return { name: 'join', taskReferenceName: `${ref}j`, type: 'JOIN', joinOn, ...script }
}

function fork(author: Author, ref: string, depth: number): WorkflowTaskInput[] {
  const forkTasks = Array.from({ length: 1 + author.random.below(3) }, () => writeTasks(author, depth + 1))
  const ends = forkTasks.map((branch) => lastRef(branch))
  const joinOn = author.random.chance(0.1) ? ends.slice(1) : ends
  return [task(author, ref, { type: 'FORK_JOIN', startDelay: 0, forkTasks }), joinOf(author, ref, joinOn)]
}

/** Of a switch the last task of a case, which may not be taken. */
function lastRef(branch: readonly WorkflowTaskInput[]): string {
  const last = branch.at(-1)
  const [taken] = Object.values(last?.decisionCases ?? {})
  return (taken === undefined || taken.length === 0 ? last?.taskReferenceName : lastRef(taken)) ?? ''
}

function cases(author: Author, depth: number) {
  const decisionCases = {
    1: writeTasks(author, depth + 1),
    2: author.random.chance(0.2) ? [] : writeTasks(author, depth + 1),
  }
  return { decisionCases, defaultCase: author.random.chance(0.5) ? writeTasks(author, depth + 1) : [] }
}

function chooseByValue(author: Author, ref: string, depth: number): WorkflowTaskInput[] {
  const value = author.random.below(4)
  const chosen = author.random.chance(0.5) ? value : '${workflow.variables.x}'
  if (author.random.chance(0.25)) {
    const inputParameters = { c: chosen }
    return [task(author, ref, { type: 'DECISION', caseValueParam: 'c', inputParameters, ...cases(author, depth) })]
  }
  const how = { evaluatorType: 'value-param', expression: 'c', inputParameters: { c: chosen } }
  return [task(author, ref, { type: 'SWITCH', startDelay: 0, ...how, ...cases(author, depth) })]
}

function chooseByScript(author: Author, ref: string, depth: number): WorkflowTaskInput[] {
  const how = { evaluatorType: 'javascript', expression: '$.c' }
  return [task(author, ref, { type: 'SWITCH', startDelay: 0, ...how, ...cases(author, depth) })]
}

function loop(author: Author, ref: string, depth: number): WorkflowTaskInput[] {
  const { random } = author
  const byItems = random.chance(0.3)
  const inputParameters = {
    ...(random.chance(0.3) ? { keepLastN: 1 + random.below(3) } : {}),
    ...(byItems ? { _items: [1, 2, 3].slice(0, random.below(4)) } : {}),
  }
  const condition = byItems && random.chance(0.5) ? {} : { loopCondition: 'again' }
  const loopOver = writeTasks(author, depth + 1)
  return [task(author, ref, { type: 'DO_WHILE', inputParameters, ...condition, loopOver })]
}

function exclusive(author: Author, ref: string, depth: number): WorkflowTaskInput[] {
  const branch = cases(author, depth)
  const joinOn = [...Object.values(branch.decisionCases), branch.defaultCase].map(lastRef).filter((end) => end !== '')
  const how = { evaluatorType: 'value-param', expression: 'c', inputParameters: { c: author.random.below(2) + 1 } }
  return [
    task(author, ref, { type: 'SWITCH', startDelay: 0, optional: false, ...how, ...branch }),
    {
      name: 'x',
      taskReferenceName: `${ref}x`,
      type: 'EXCLUSIVE_JOIN',
      joinOn,
      defaultExclusiveJoinTask: [ref],
    },
  ]
}
