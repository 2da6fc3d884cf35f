import type { Definition, JsonPath } from '@/components/graph/definition'
import { hasBit } from './bits'
import type { Flow } from './flow'
import { type FlowTable, followFlow, mayHaveNoTurn } from './follow-flow'
import { isInside, loopsAround, type NumberedTask, type NumberedTasks, numberTasks } from './number-tasks'

/** Whether a task has ended when another one reads its output. */
export type Certainty = 'certain' | 'maybe' | 'parallel' | 'never'

export interface Verdict {
  readonly certainty: Certainty
  readonly why:
    | 'before'
    /** It is a loop that runs around the reader. */
    | 'around'
    | 'some-paths'
    | 'may-fail'
    | 'empty-loop'
    /** Of the previous turn of a loop around both. */
    | 'earlier-turn'
    | 'parallel'
    | 'later'
    | 'other-case'
    | 'ended'
    | 'self'
  /** What the reason is about: the switch, the loop. */
  readonly about: NumberedTask | null
}

/** Who reads: a task its inputs, a loop its condition, the workflow its outputs. */
export type Reader = { readonly kind: 'task' | 'condition'; readonly index: number } | { readonly kind: 'outputs' }

export interface ScopeAnalysis extends NumberedTasks {
  /** The task that bears the reference; undefined when none does, or several. */
  readonly find: (reference: string) => NumberedTask | undefined
  readonly at: (path: JsonPath) => NumberedTask | undefined
  readonly isReached: (index: number) => boolean
  /** Null: nobody ever reads there. */
  readonly verdict: (reader: Reader, producer: NumberedTask) => Verdict | null
}

const known = new WeakMap<Definition, ScopeAnalysis>()

/** What can be referred to from where, worked out once per definition. */
export function analyzeScope(definition: Definition): ScopeAnalysis {
  const before = known.get(definition)
  if (before !== undefined) return before
  const analysis = analyze(definition)
  known.set(definition, analysis)
  return analysis
}

function analyze(definition: Definition): ScopeAnalysis {
  const numbered = numberTasks(definition)
  const flows = followFlow(numbered)
  const byPath = new Map(numbered.tasks.map((item) => [JSON.stringify(item.path), item]))
  const byReference = new Map<string, NumberedTask | null>()
  for (const item of numbered.tasks) {
    const { taskReferenceName } = item.task
    byReference.set(taskReferenceName, byReference.has(taskReferenceName) ? null : item)
  }
  return {
    ...numbered,
    find: (reference) => byReference.get(reference) ?? undefined,
    at: (path) => byPath.get(JSON.stringify(path)),
    isReached: (index) => flows.before[index] !== null,
    verdict: (reader, producer) => {
      const flow = flowFor(flows, reader)
      if (flow === null) return null
      const index = reader.kind === 'outputs' ? null : reader.index
      return judge({ ...numbered, flows }, { index, flow, isCondition: reader.kind === 'condition' }, producer)
    },
  }
}

function flowFor(flows: FlowTable, reader: Reader): Flow | null {
  if (reader.kind === 'outputs') return flows.end
  if (reader.kind === 'condition') return flows.turnEnd.get(reader.index) ?? null
  return flows.before[reader.index] ?? null
}

interface World extends NumberedTasks {
  readonly flows: FlowTable
}

interface Here {
  readonly index: number | null
  readonly flow: Flow
  readonly isCondition: boolean
}

function judge(world: World, here: Here, producer: NumberedTask): Verdict {
  const { tasks } = world
  const { index, flow } = here
  const around =
    index !== null && (isInside(tasks, index, producer.index) || (here.isCondition && index === producer.index))
  if (around) return verdict('certain', producer.type === 'DO_WHILE' ? 'around' : 'before', producer)
  if (hasBit(flow.passed, producer.index)) {
    return producer.mayFail ? verdict('maybe', 'may-fail', producer) : verdict('certain', 'before', null)
  }
  if (hasBit(flow.parallel, producer.index) || isOvertaken(world, index, producer))
    return verdict('parallel', 'parallel', null)
  if (hasBit(flow.may, producer.index)) return onSomePaths(world, here, producer)
  const loop = index === null ? undefined : loopWithTurnBefore(world, index, producer)
  if (loop !== undefined) return verdict('maybe', 'earlier-turn', loop)
  return outOfReach(world, here, producer)
}

/** Nobody waited for the reader: what follows its fork's JOIN may end while it has not begun. */
function isOvertaken({ flows }: World, index: number | null, producer: NumberedTask): boolean {
  const there = flows.before[producer.index]
  return index !== null && there != null && hasBit(there.parallel, index)
}

/** The nearest container that decides whether it runs at all. */
function onSomePaths({ tasks }: World, { index }: Here, producer: NumberedTask): Verdict {
  for (let at = producer.parent; at !== null; at = tasks[at]?.parent ?? null) {
    const container = tasks[at] as NumberedTask
    if (index !== null && isInside(tasks, index, at)) break
    if (container.type === 'SWITCH' || container.type === 'DECISION') return verdict('maybe', 'some-paths', container)
    if (container.type === 'DO_WHILE' && mayHaveNoTurn(container)) return verdict('maybe', 'empty-loop', container)
  }
  return verdict('maybe', 'some-paths', null)
}

function loopWithTurnBefore({ tasks, flows }: World, index: number, producer: NumberedTask): NumberedTask | undefined {
  const loops = [index, ...loopsAround(tasks, index)].filter((loop) => tasks[loop]?.type === 'DO_WHILE')
  const loop = loops.find((one) => {
    const turn = flows.turnEnd.get(one)
    if (turn == null || !isInside(tasks, producer.index, one)) return false
    return hasBit(turn.may, producer.index) || hasBit(turn.parallel, producer.index)
  })
  return loop === undefined ? undefined : tasks[loop]
}

function outOfReach({ tasks, flows }: World, { index }: Here, producer: NumberedTask): Verdict {
  if (index === producer.index) return verdict('never', 'self', null)
  if (flows.before[producer.index] === null) return verdict('never', 'ended', null)
  const choice = index === null ? null : commonChoice(tasks, index, producer.index)
  if (choice !== null) return verdict('never', 'other-case', choice)
  const isLater = index !== null && producer.index > index
  return verdict('never', isLater ? 'later' : 'ended', null)
}

/** The switch of which both are in different cases. */
function commonChoice(tasks: readonly NumberedTask[], a: number, b: number): NumberedTask | null {
  const lists = new Map<number, number>()
  for (let at = tasks[a]; at !== undefined && at.parent !== null; at = tasks[at.parent]) lists.set(at.parent, at.list)
  for (let at = tasks[b]; at !== undefined && at.parent !== null; at = tasks[at.parent]) {
    const list = lists.get(at.parent)
    if (list === undefined) continue
    const container = tasks[at.parent] as NumberedTask
    const isChoice = container.type === 'SWITCH' || container.type === 'DECISION'
    return isChoice && list !== at.list ? container : null
  }
  return null
}

function verdict(certainty: Certainty, why: Verdict['why'], about: NumberedTask | null): Verdict {
  return { certainty, why, about }
}
