import type { Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import { isSuccessfulTask, isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import { changeTask, type Draft, endWorkflow } from './draft'
import { closeWorkflow, completeWorkflow, startFailureWorkflow } from './end-workflow'
import { waitsAtGate } from './gate'
import { isUnchecked } from './input-check'
import { mayGoOn } from './may-go-on'
import { followTask } from './next-tasks'
import { failTurn, showTurn } from './operators/do-while'
import type { Step } from './operators/operator'
import { operatorOf } from './operators/registry'
import { awaitsVerdict } from './output-check'
import { judgeFailure, mayTryAgain } from './retry'
import { limitsOf } from './task-queue'
import { joinRefs } from './task-refs'
import { enclosingLoop, endedTasks, latestTask } from './task-rows'
import { terminationBy } from './termination'
import { releaseVainJoin } from './vain-joins'

/**
 * Brings an execution to rest after something happened: follow what ended, begin what is new, look again at joins and
 * loops whose insides changed; in rounds, so that rows come in Conductor's order, and by a loop, not by recursion, so
 * that hundreds of turns fit in one decision. Then end the workflow if something ended it or nothing is left.
 */
export function settle(step: Step): void {
  const { draft } = step
  while (draft.ending === null && draft.workflow.status === 'RUNNING' && !isHeldBack(draft.workflow)) {
    const { forgiven } = draft
    draft.forgiven = []
    if (!(followEnded(step) || beginFresh(step) || reviewDirty(step) || releaseVainJoin(draft))) {
      draft.forgiven = forgiven
      break
    }
    mayGoOn(draft)
  }
  if (draft.ending === null && draft.workflow.status === 'PAUSED') reviewPaused(step)
  conclude(draft)
}

/** In Conductor a WAIT or a JOIN ends also while the workflow is paused; what comes behind it waits for the resumption. */
function reviewPaused(step: Step): void {
  const { rows } = step.draft
  for (const id of rows.dirty.waiting) {
    const task = rows.tasks.get(id)
    if (task === undefined || isTerminalTask(task.status)) continue
    if (task.taskType === 'WAIT' || (task.taskType === 'JOIN' && !awaitsChoice(step.draft, task)))
      operatorOf(task).review?.(step, task)
  }
}

/** A branch has chosen, and what it chose has not begun. */
function awaitsChoice({ rows }: Draft, join: Task): boolean {
  return joinRefs(join).some((ref) => {
    const branch = latestTask(rows, ref)
    return branch !== undefined && !branch.executed && operatorOf(branch).branch !== undefined
  })
}

/** Nothing begins in it, and nothing is followed. */
export function isHeldBack(workflow: Workflow): boolean {
  return mayNotBegin(workflow) || awaitsVerdict(workflow)
}

function mayNotBegin(workflow: Workflow): boolean {
  return waitsAtGate(workflow) || isUnchecked(workflow)
}

function followEnded(step: Step): boolean {
  const { draft } = step
  const ended = endedTasks(draft.rows)
  draft.unseen = new Map()
  for (const task of ended) {
    if (draft.ending !== null) break
    followOne(step, task)
  }
  draft.unseen = null
  return ended.length > 0
}

function followOne(step: Step, ended: Task): void {
  const { draft } = step
  if (!isSuccessfulTask(ended.status)) {
    if (failsItsLoop(draft, ended) && failLoopAround(draft, ended)) return
    const verdict = judgeFailure(draft, ended, operatorOf(ended))
    if (verdict === 'ended' && SCRIPTS.has(ended.taskType)) showLoopAround(draft, ended)
    if (verdict !== 'go-on') return
  }
  const task = draft.rows.tasks.get(ended.taskId) ?? ended
  if (task.taskType === 'TERMINATE' && task.status === 'COMPLETED') {
    changeTask(draft, task, { executed: true })
    endWorkflow(draft, terminationBy(task))
    return
  }
  followTask(step, task)
  // What cannot be entered ends the workflow.
  if (draft.ending?.status === 'FAILED') showLoopAround(draft, task)
  // A permissive task of a turn lets its neighbours begin, and then its loop fails for it.
  if (isSuccessfulTask(task.status)) return
  beginFresh(step)
  failLoopAround(draft, task)
}

/** In a loop, Conductor finds these failed when it looks at the turn: the loop is what fails the workflow. */
const FAIL_LOOPS: ReadonlySet<string> = new Set(['SWITCH', 'JSON_JQ_TRANSFORM'])
const SCRIPTS: ReadonlySet<string> = new Set(['INLINE', 'LAMBDA'])

function failsItsLoop(draft: Draft, task: Task): boolean {
  const { optional, permissive } = task.workflowTask
  return (
    FAIL_LOOPS.has(task.taskType) && task.status === 'FAILED' && !optional && !permissive && !mayTryAgain(draft, task)
  )
}

function failLoopAround(draft: Draft, task: Task): boolean {
  const loop = openLoopAround(draft, task)
  if (loop !== undefined) failTurn(draft, loop, task)
  return loop !== undefined
}

function showLoopAround(draft: Draft, task: Task): void {
  const loop = openLoopAround(draft, task)
  if (loop !== undefined) showTurn(draft, loop)
}

function openLoopAround(draft: Draft, task: Task): Task | undefined {
  const ref = enclosingLoop(draft.rows, task)
  const loop = ref === null ? undefined : latestTask(draft.rows, ref)
  return loop !== undefined && !isTerminalTask(loop.status) ? loop : undefined
}

function beginFresh(step: Step): boolean {
  const { draft } = step
  const fresh = draft.fresh
  draft.fresh = []
  for (const id of fresh) {
    if (draft.ending !== null) break
    beginOne(step, id)
  }
  return fresh.length > 0
}

function beginOne(step: Step, id: TaskId): void {
  const { draft } = step
  const task = draft.rows.tasks.get(id)
  if (task === undefined || isTerminalTask(task.status) || task.deliverAt > draft.context.now) return
  const waitsForPlace = task.status === 'SCHEDULED' && draft.context.unlimited !== true
  if (waitsForPlace && limitsOf(draft.snapshot, task) !== null) return
  operatorOf(task).begin(step, task.startTime === 0 ? changeTask(draft, task, { startTime: draft.context.now }) : task)
}

/** One at a time: what a review ended is followed before the next one looks. */
function reviewDirty(step: Step): boolean {
  const { draft } = step
  const task = takeDirty(draft)
  if (task === null) return false
  if (task !== undefined && !isTerminalTask(task.status)) operatorOf(task).review?.(step, task)
  return true
}

/** Turns before joins, which look at what there is when all else rests, as Conductor's do. Null: nothing is left. */
function takeDirty(draft: Draft): Task | undefined | null {
  const { waiting, loops } = draft.rows.dirty
  for (const ref of loops) {
    loops.delete(ref)
    return latestTask(draft.rows, ref)
  }
  for (const id of waiting) {
    waiting.delete(id)
    return draft.rows.tasks.get(id)
  }
  return null
}

/** What an optional task ended with stays on its row where nothing came behind it: as recorded, the end writes no rows. */
function keepStatus(draft: Draft, taskId: TaskId, status: Task['status']): void {
  const task = draft.rows.tasks.get(taskId)
  if (task !== undefined && isTerminalWorkflow(draft.workflow.status)) changeTask(draft, task, { status })
}

function conclude(draft: Draft): void {
  const { ending, workflow, rows } = draft
  if (ending === null && mayNotBegin(workflow)) return
  if (workflow.status !== 'RUNNING' && workflow.status !== 'PAUSED') return
  if (ending?.status === 'COMPLETED') completeWorkflow(draft, ending)
  else if (ending !== null) {
    closeWorkflow(draft, ending)
    startFailureWorkflow(draft)
  } else if (workflow.status === 'RUNNING' && rows.counts.open === 0 && rows.counts.ended === 0) {
    completeWorkflow(draft, null)
    for (const { taskId, status } of draft.forgiven) keepStatus(draft, taskId, status)
  }
}
