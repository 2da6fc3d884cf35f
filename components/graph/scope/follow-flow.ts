import { type Bits, difference, emptyLike, hasBit, intersection, union, withBit, withRange } from './bits'
import { after, type Flow, meet, start } from './flow'
import { loopsAround, type NumberedTask, type NumberedTasks } from './number-tasks'

/** The flow at each task: when its inputs are read, and when its row has ended. Null: control never comes there. */
export interface FlowTable {
  readonly before: readonly (Flow | null)[]
  /** Of a loop: at the end of a turn, when its condition is asked. Null: a turn never ends. */
  readonly turnEnd: ReadonlyMap<number, Flow | null>
  /** When the workflow has come to its end. */
  readonly end: Flow | null
}

interface Walk extends NumberedTasks {
  readonly before: (Flow | null)[]
  readonly done: (Flow | null)[]
  readonly turnEnd: Map<number, Flow | null>
  readonly byReference: ReadonlyMap<string, number>
  /** Of a fork: how each branch ended. */
  readonly branchEnds: Map<number, readonly Flow[]>
}

/**
 * One pass over the tree in the order of control, as the engine runs it: a SWITCH and a FORK end at once, a JOIN waits
 * for the rows that it names and for nothing else, a loop's turn and the workflow for everything that was begun.
 */
export function followFlow(numbered: NumberedTasks): FlowTable {
  const { tasks, root } = numbered
  const byReference = new Map<string, number>()
  for (const { task, index } of tasks)
    if (!byReference.has(task.taskReferenceName)) byReference.set(task.taskReferenceName, index)
  const before = tasks.map(() => null)
  const walk: Walk = {
    ...numbered,
    byReference,
    before,
    done: tasks.map(() => null),
    turnEnd: new Map(),
    branchEnds: new Map(),
  }
  const last = followList(walk, root, start(tasks.length))
  return { before: walk.before, turnEnd: walk.turnEnd, end: atRest(last, { index: -1, end: tasks.length }) }
}

function followList(walk: Walk, list: readonly number[], from: Flow): Flow {
  let flow = from
  for (const [position, index] of list.entries()) {
    if (flow.ended) break
    walk.before[index] = flow
    flow = followTask(walk, walk.tasks[index] as NumberedTask, {
      flow,
      previous: list[position - 1],
      next: list[position + 1],
    })
  }
  return flow
}

interface Arrival {
  readonly flow: Flow
  readonly previous: number | undefined
  readonly next: number | undefined
}

function followTask(walk: Walk, item: NumberedTask, { flow, previous, next }: Arrival): Flow {
  const own = after(flow, item.index)
  walk.done[item.index] = own
  switch (item.type) {
    case 'TERMINATE':
      walk.done[item.index] = null
      return { ...own, ended: true }
    case 'SWITCH':
    case 'DECISION':
      return followCases(walk, item, own)
    case 'FORK_JOIN':
      return followBranches(walk, item, { flow: own, previous, next })
    case 'DO_WHILE':
      return followLoop(walk, item, own)
    case 'JOIN':
      return followJoin(walk, item, { flow: own, previous, next })
    default:
      return own
  }
}

function followCases(walk: Walk, item: NumberedTask, own: Flow): Flow {
  const ways = item.lists.map((list) => followList(walk, list, own))
  // An empty case of a DECISION means its default; a SWITCH that was allowed to fail has chosen nothing.
  const isTaken = (at: number) => item.type === 'SWITCH' || at === item.lists.length - 1 || item.lists[at]?.length !== 0
  const taken = ways.filter((_, at) => isTaken(at))
  return meet(item.mayFail ? [...taken, own] : taken)
}

function followBranches(walk: Walk, item: NumberedTask, { flow: own, next }: Arrival): Flow {
  const inside = (list: readonly number[]) =>
    list.reduce((bits, index) => withRange(bits, index, walk.tasks[index]?.end ?? index), own.parallel)
  // The row of its JOIN is open from the beginning.
  const join = next !== undefined && walk.tasks[next]?.type === 'JOIN' ? next : item.index + 1
  const all = withBit(withRange(own.parallel, item.index + 1, item.end), join)
  const ends = item.lists.map((list) => {
    const others = union(difference(all, inside(list)), own.parallel)
    return followList(walk, list, { ...own, parallel: others })
  })
  walk.branchEnds.set(item.index, ends)
  return {
    ...own,
    parallel: union(own.parallel, reached(walk, item)),
    coming: ends.reduce((bits, end) => union(bits, union(end.passed, end.coming)), own.coming),
    doomed: own.doomed || ends.some((end) => end.ended || end.doomed),
  }
}

/** What is inside a container and can be come to. */
function reached(walk: Walk, item: NumberedTask): Bits {
  let bits = emptyLike((walk.before[item.index] as Flow).parallel)
  for (let index = item.index + 1; index < item.end; index++)
    if (walk.before[index] !== null) bits = withBit(bits, index)
  return bits
}

function followLoop(walk: Walk, item: NumberedTask, own: Flow): Flow {
  // A turn waits only for what it began itself.
  const turn = atRest(followList(walk, item.lists[0] ?? [], { ...own, doomed: false }), item)
  walk.turnEnd.set(item.index, turn)
  const skipped = mayHaveNoTurn(item) ? [own] : []
  const ways = turn === null ? skipped : [turn, ...skipped]
  const out = ways.length === 0 ? { ...own, ended: true } : { ...meet(ways), doomed: own.doomed }
  walk.done[item.index] = out.ended ? null : out
  return out
}

/** A list may be empty. */
export function mayHaveNoTurn({ task }: NumberedTask): boolean {
  return Boolean(task.items) || Object.hasOwn(task.inputParameters ?? {}, '_items')
}

/** The end of a turn, or of the workflow: whatever was begun inside has ended. */
function atRest(flow: Flow, { index, end }: { readonly index: number; readonly end: number }): Flow | null {
  if (flow.ended || flow.doomed) return null
  const inside = withRange(emptyLike(flow.may), index + 1, end)
  return {
    ...flow,
    passed: union(flow.passed, intersection(flow.coming, inside)),
    may: union(flow.may, intersection(flow.parallel, inside)),
    parallel: difference(flow.parallel, inside),
  }
}

function followJoin(walk: Walk, item: NumberedTask, { flow, previous }: Arrival): Flow {
  const { task } = item
  // A script decides when it is enough.
  if (task.expression) return flow
  const fork = previous === undefined ? undefined : walk.branchEnds.get(previous)
  const sure = (fork ?? []).reduce((bits, end) => union(bits, union(end.passed, end.coming)), flow.passed)
  const loops = loopsAround(walk.tasks, item.index).join()
  let { passed, may, parallel } = flow
  for (const reference of task.joinOn ?? []) {
    const waited = walk.byReference.get(reference)
    if (waited === undefined || walk.before[waited] === null) continue
    if (loopsAround(walk.tasks, waited).join() !== loops) continue
    const done = walk.done[waited] ?? null
    if (done === null) {
      if (hasBit(sure, waited)) return { ...flow, ended: true }
      continue
    }
    passed = union(passed, intersection(withBit(done.passed, waited), sure))
    may = union(may, withBit(done.may, waited))
    parallel = union(parallel, done.parallel)
  }
  const joined = { ...flow, passed, may, parallel: difference(parallel, may) }
  walk.done[item.index] = joined
  return joined
}
