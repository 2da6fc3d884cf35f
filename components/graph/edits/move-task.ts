import { type Definition, type JsonPath, type Place, samePath, startsWith } from '@/components/graph/definition'
import { keepJoins } from '@/components/graph/keep-joins'
import { isForkWithJoin, spanAt, type TaskSpan } from '@/components/graph/task-span'
import { listAt, updateList } from '@/components/graph/update-at'

/** Moves a task, a fork with its JOIN; where it cannot go, nothing changes. */
export function moveTask(definition: Definition, path: JsonPath, to: Place): Definition {
  if (!canMoveTask(definition, path, to)) return definition
  const span = spanAt(definition, path)
  const { list, start, tasks } = span
  const removed = updateList(definition, list, (siblings) => siblings.toSpliced(start, tasks.length))
  const target = shifted(to, span)
  const moved = updateList(removed, target.list, (siblings) => siblings.toSpliced(target.index, 0, ...tasks))
  return keepJoins(definition, moved)
}

/** Not into itself, not to where it is, and not away from a fork's branch that would be empty then. */
export function canMoveTask(definition: Definition, path: JsonPath, to: Place): boolean {
  const span = spanAt(definition, path)
  const { list, start, tasks } = span
  if (tasks.some((_, i) => startsWith(to.list, [...list, start + i]))) return false
  const stays = samePath(list, to.list) && to.index >= start && to.index <= start + tasks.length
  return !stays && !wouldEmptyBranch(definition, span, to)
}

/** One step up or down in its own list; a fork and its JOIN count as one step. */
export function moveTaskBy(definition: Definition, path: JsonPath, by: -1 | 1): Definition {
  const { list, start, tasks } = spanAt(definition, path)
  const siblings = listAt(definition, list)
  const end = start + tasks.length
  if (by === 1 && end >= siblings.length) return definition
  if (by === -1 && start === 0) return definition
  const index =
    by === 1 ? end + (isForkWithJoin(siblings, end) ? 2 : 1) : start - (isForkWithJoin(siblings, start - 2) ? 2 : 1)
  return moveTask(definition, path, { list, index })
}

function wouldEmptyBranch(definition: Definition, { list, tasks }: TaskSpan, to: Place): boolean {
  const isBranch = list.at(-2) === 'forkTasks'
  return isBranch && !samePath(list, to.list) && listAt(definition, list).length === tasks.length
}

/** Where the place is once the moved tasks are gone from in front of it. */
function shifted(to: Place, { list, start, tasks }: TaskSpan): Place {
  if (samePath(to.list, list)) {
    if (to.index <= start) return to
    return { list: to.list, index: Math.max(start, to.index - tasks.length) }
  }
  if (!startsWith(to.list, list)) return to
  const step = to.list[list.length]
  if (typeof step !== 'number' || step < start) return to
  return { list: to.list.toSpliced(list.length, 1, step - tasks.length), index: to.index }
}
