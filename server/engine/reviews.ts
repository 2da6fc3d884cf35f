import type { Task } from '@/server/model/execution'
import { isTerminalTask } from '@/server/model/status'
import type { Draft } from './draft'
import type { Step } from './operators/operator'
import { operatorOf } from './operators/registry'
import { joinRefs } from './task-refs'
import { enclosingLoop, endedTasks, latestTask } from './task-rows'

/** Each of many loops is looked at beside the others: beyond this they wait until all else is followed. */
const LOOKS = 100_000

/**
 * While there is something to follow, a turn ends one round after its last row was followed, as in Conductor, behind
 * what began in that round.
 */
export function reviewLoops(step: Step): boolean {
  const { rows, rounds } = step.draft
  const { loops } = rows.dirty
  const { ended } = rows.counts
  if (loops.size === 0 || ended === 0 || loops.size * (loops.size + ended) > LOOKS) return false
  const unfollowed = new Set(endedTasks(rows).map((task) => enclosingLoop(rows, task)))
  for (const ref of loops) {
    if (unfollowed.has(ref) || (rounds.followedIn.get(ref) ?? 0) >= rounds.count) continue
    loops.delete(ref)
    if (review(step, latestTask(rows, ref))) return true
  }
  return false
}

/**
 * One at a time: what a review ended is followed before the next one looks. Turns come before joins, which look at what
 * there is when all else rests, as Conductor's do. False: nothing is left to look at.
 */
export function reviewDirty(step: Step): boolean {
  const { rows } = step.draft
  const { waiting, loops } = rows.dirty
  for (const ref of loops) {
    loops.delete(ref)
    if (review(step, latestTask(rows, ref))) return true
  }
  for (const id of waiting) {
    waiting.delete(id)
    if (review(step, rows.tasks.get(id))) return true
  }
  return false
}

/** What ends by the clock alone does so in the middle of a round too. */
export function reviewWaits(step: Step): boolean {
  const { tasks, dirty } = step.draft.rows
  for (const id of dirty.waiting) {
    const task = tasks.get(id)
    if (task?.taskType !== 'WAIT') continue
    dirty.waiting.delete(id)
    if (review(step, task)) return true
  }
  return false
}

/** While scripts were asked, no loop began, and no join and no loop looked at what changed: now all do, in their order. */
export function lookAgain(draft: Draft): void {
  const { dirty, unsettled, openInLoop } = draft.rows
  for (const join of unsettled.keys()) moveToEnd(dirty.waiting, join)
  for (const ref of openInLoop.keys()) {
    const loop = latestTask(draft.rows, ref)
    if (loop !== undefined && isUnbegun(loop)) draft.fresh.push(loop.taskId)
    else moveToEnd(dirty.loops, ref)
  }
}

function isUnbegun({ status, state }: Task): boolean {
  return status === 'IN_PROGRESS' && !state?.phase
}

function moveToEnd<Item>(set: Set<Item>, item: Item): void {
  set.delete(item)
  set.add(item)
}

/** In Conductor a WAIT or a JOIN ends also while the workflow is paused; what comes behind it waits for the resumption. */
export function reviewPaused(step: Step): void {
  const { rows } = step.draft
  for (const id of rows.dirty.waiting) {
    const task = rows.tasks.get(id)
    if (task?.taskType === 'WAIT' || (task?.taskType === 'JOIN' && !awaitsChoice(step.draft, task))) review(step, task)
  }
}

/** A branch has chosen, and what it chose has not begun. */
function awaitsChoice({ rows }: Draft, join: Task): boolean {
  return joinRefs(join).some((ref) => {
    const branch = latestTask(rows, ref)
    return branch !== undefined && !branch.executed && operatorOf(branch).branch !== undefined
  })
}

function review(step: Step, task: Task | undefined): boolean {
  if (task === undefined || isTerminalTask(task.status)) return false
  operatorOf(task).review?.(step, task)
  return true
}
