import { childLists } from '@/components/graph/child-lists'
import {
  type Definition,
  type GraphTask,
  type JsonPath,
  type Place,
  samePath,
  taskType,
} from '@/components/graph/definition'
import { keepJoins } from '@/components/graph/keep-joins'
import { newTasks } from '@/components/graph/new-tasks'
import { spanAt, type TaskSpan } from '@/components/graph/task-span'
import { taskAt, updateList } from '@/components/graph/update-at'
import { deleteTask } from './delete-task'
import { spansOf } from './selection'

export type Wrapping = 'FORK_JOIN' | 'DO_WHILE' | 'SWITCH'

export interface Wrapped {
  readonly definition: Definition
  /** The new container; null when nothing could be wrapped. */
  readonly container: GraphTask | null
}

/** Puts tasks that stand in a row into a new container. In a fork each becomes a branch; one alone gets a neighbour. */
export function wrapTasks(definition: Definition, paths: readonly JsonPath[], type: Wrapping): Wrapped {
  const row = rowOf(spansOf(definition, paths))
  if (row === null) return { definition, container: null }
  const { place, spans } = row
  const tasks = spans.flatMap((span) => span.tasks)
  const wrapped = WRAP[type](newTasks(type, definition), spans)
  const replaced = updateList(definition, place.list, (list) => list.toSpliced(place.index, tasks.length, ...wrapped))
  return { definition: keepJoins(definition, replaced), container: wrapped[0] ?? null }
}

export function canWrap(definition: Definition, paths: readonly JsonPath[]): boolean {
  return rowOf(spansOf(definition, paths)) !== null
}

const WRAP: Readonly<Record<Wrapping, (fresh: GraphTask[], spans: readonly TaskSpan[]) => GraphTask[]>> = {
  FORK_JOIN: ([fork, join], spans) => {
    const rows = spans.map((span) => [...span.tasks])
    const forkTasks = rows.length === 1 ? [...rows, ...(fork?.forkTasks?.slice(0, 1) ?? [])] : rows
    const joinOn = forkTasks.map((branch) => branch.at(-1)?.taskReferenceName ?? '')
    return [
      { ...(fork as GraphTask), forkTasks },
      { ...(join as GraphTask), joinOn },
    ]
  },
  DO_WHILE: ([loop], spans) => [{ ...(loop as GraphTask), loopOver: spans.flatMap((span) => span.tasks) }],
  SWITCH: ([choice], spans) => [
    { ...(choice as GraphTask), decisionCases: { yes: spans.flatMap((span) => [...span.tasks]) } },
  ],
}

export function rowOf(spans: readonly TaskSpan[]): { place: Place; spans: readonly TaskSpan[] } | null {
  const [first] = spans
  if (first === undefined) return null
  let next = first.start
  for (const span of spans) {
    if (!samePath(span.list, first.list) || span.start !== next) return null
    next += span.tasks.length
  }
  return { place: { list: first.list, index: first.start }, spans }
}

const CONTAINERS: ReadonlySet<string> = new Set(['FORK_JOIN', 'SWITCH', 'DECISION', 'DO_WHILE'])

export function canUnwrap(definition: Definition, path: JsonPath): boolean {
  const task = taskAt(definition, path)
  return task !== undefined && CONTAINERS.has(taskType(task))
}

/** Leaves the tasks of a container in its place, one list behind the other. */
export function unwrapTask(definition: Definition, path: JsonPath): Definition {
  if (!canUnwrap(definition, path)) return definition
  const { list, start, tasks } = spanAt(definition, path)
  const inside = childLists(tasks[0] as GraphTask, path).flatMap((child) => child.tasks)
  if (inside.length === 0) return deleteTask(definition, path)
  const unwrapped = updateList(definition, list, (siblings) => siblings.toSpliced(start, tasks.length, ...inside))
  return keepJoins(definition, unwrapped)
}
