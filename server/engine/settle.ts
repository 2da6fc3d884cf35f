import type { Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import { isTerminalWorkflow } from '@/server/model/status'
import { beginFresh } from './begin-fresh'
import { changeTask, type Draft } from './draft'
import { closeWorkflow, completeWorkflow, startFailureWorkflow } from './end-workflow'
import { followEnded } from './follow-ended'
import { waitsAtGate } from './gate'
import { isUnchecked } from './input-check'
import { mayGoOn } from './may-go-on'
import type { Step } from './operators/operator'
import { awaitsVerdict } from './output-check'
import { lookAgain, reviewDirty, reviewLoops, reviewPaused, reviewWaits } from './reviews'
import { releaseVainJoin } from './vain-joins'

/**
 * Brings an execution to rest after something happened: begin what is new, follow what ended, look again at joins and
 * loops whose insides changed; in rounds, so that rows come in Conductor's order, and by a loop, not by recursion, so
 * that hundreds of turns fit in one decision. Then end the workflow if something ended it or nothing is left.
 */
export function settle(step: Step): void {
  const { draft } = step
  const before = draft.execution.rows.counts
  const isAnswered = draft.rows.counts.asked === 0
  if (isAnswered && before.asked > 0) lookAgain(draft)
  // What an earlier decision left is followed before what somebody asked for begins.
  else if (isAnswered && before.ended > 0 && mayMove(draft)) followEnded(step)
  while (mayMove(draft)) {
    const { forgiven } = draft
    draft.forgiven = []
    if (!(beginFresh(step) || endRound(step))) {
      draft.forgiven = forgiven
      break
    }
    mayGoOn(draft)
  }
  if (draft.ending === null && draft.workflow.status === 'PAUSED') reviewPaused(step)
  conclude(draft)
}

function mayMove({ ending, workflow }: Draft): boolean {
  return ending === null && workflow.status === 'RUNNING' && !isHeldBack(workflow)
}

/** Scripts belong to the round that asked them, as in Conductor: what comes of it begins when they have answered. */
function endRound(step: Step): boolean {
  const { draft } = step
  if (draft.rows.counts.asked > 0) return reviewWaits(step)
  return reviewLoops(step) || followEnded(step) || reviewDirty(step) || releaseVainJoin(draft)
}

/** Nothing begins in it, and nothing is followed. */
export function isHeldBack(workflow: Workflow): boolean {
  return mayNotBegin(workflow) || awaitsVerdict(workflow)
}

function mayNotBegin(workflow: Workflow): boolean {
  return waitsAtGate(workflow) || isUnchecked(workflow)
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
