import type { Draft } from '@/server/engine/draft'
import { joinBehind } from '@/server/engine/operators/fork-join'
import { joinRefs } from '@/server/engine/task-refs'
import { allTasks, latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { type Level, type PathOf, pathsOf, relationOf } from './task-paths'

/** What a rerun of one task means to the other rows. */
export interface RerunScope {
  /** Came of the task, or after it: in order. Branches beside it stay. */
  readonly removed: readonly Task[]
  /** JOINs behind the task's own branches, which wait for it again. */
  readonly joins: readonly Task[]
  /** Loops around the task, each with the turn that the task is in. */
  readonly loops: readonly LoopTurn[]
}

export interface LoopTurn {
  readonly loop: Task
  readonly turn: number
}

/**
 * The reference server removes all rows that are younger than the task, and with them what ran beside it. We follow
 * the definition instead: what control reached through the task goes, whatever its age, and nothing else.
 */
export function rerunScope(draft: Draft, target: Task): RerunScope {
  const pathOf = pathsOf(draft.rows)
  const path = pathOf(target)
  const joins: Task[] = []
  const loops: LoopTurn[] = []
  let reach = path.length - 1
  for (; reach > 0; reach -= 1) {
    const around = latestTask(draft.rows, rowName(path, reach - 1))
    if (around?.taskType === 'DO_WHILE') loops.push({ loop: around, turn: path[reach]?.turn ?? 1 })
    if (around?.taskType !== 'FORK') continue
    const join = joinOf(draft, around, path.slice(0, reach))
    // A branch that no JOIN waits for: what comes after the fork did not come of it.
    if (join === undefined || !waitsFor(draft, join, { path, pathOf })) break
    joins.push(join)
  }
  const removed = allTasks(draft.rows).filter((row) => {
    if (row.taskId === target.taskId || row.status === 'SKIPPED' || joins.includes(row)) return false
    const { is, depth } = relationOf(pathOf(row), path)
    if (is === 'same') return row.seq > target.seq
    return is === 'inside' || (is === 'after' && depth >= reach)
  })
  return { removed, joins, loops }
}

function joinOf(draft: Draft, fork: Task, path: readonly Level[]): Task | undefined {
  const join = joinBehind(draft, fork)
  const suffix = turnsOf(path)
  return join === null ? undefined : latestTask(draft.rows, join.taskReferenceName + suffix)
}

function waitsFor(draft: Draft, join: Task, from: { path: readonly Level[]; pathOf: PathOf }): boolean {
  return joinRefs(join).some((ref) => {
    const row = latestTask(draft.rows, ref)
    if (row === undefined) return true
    const { is } = relationOf(from.pathOf(row), from.path)
    return is !== 'beside' && is !== 'before'
  })
}

/** The row that stands at a level of the path. */
function rowName(path: readonly Level[], at: number): string {
  return `${path[at]?.ref ?? ''}${turnsOf(path.slice(0, at + 1))}`
}

function turnsOf(path: readonly Level[]): string {
  return path.flatMap(({ turn }) => (turn === null ? [] : [`__${turn}`])).join('')
}
