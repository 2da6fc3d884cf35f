import type { Task } from '@/server/model/execution'
import type { Draft } from './draft'
import { dropTask, putTask } from './task-rows'

/**
 * A round is whole or not at all, as in Conductor: when something in it ends the workflow, no row of it remains, and
 * what it followed has not been followed.
 */
export function inOneRound<Result>(draft: Draft, followed: readonly Task[], follow: () => Result): Result {
  draft.rounds.from = draft.rows.counts.lastSeq
  const result = follow()
  if (draft.ending !== null) undo(draft, followed)
  return result
}

function undo(draft: Draft, followed: readonly Task[]): void {
  const fresh = new Set(draft.fresh)
  for (const task of [...draft.rows.tasks.written.values()]) {
    if (task === undefined || task.seq <= draft.rounds.from) continue
    // What has begun already, beside a permissive task, stays.
    if (task.status !== 'IN_PROGRESS' || fresh.has(task.taskId)) dropTask(draft.rows, task)
  }
  draft.fresh = []
  for (const task of followed) putTask(draft.rows, task)
}
