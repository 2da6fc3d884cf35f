import type { Refusal } from '@/server/engine/decision'
import { changeWorkflow, type Draft, setStatus } from '@/server/engine/draft'
import { tellParent } from '@/server/engine/end-workflow'
import type { RetryCommand } from '@/server/engine/event'
import { ownChild } from '@/server/engine/followers'
import { operatorOf } from '@/server/engine/operators/registry'
import { addAttempt, NO_DELAY } from '@/server/engine/retry'
import { joinRefs } from '@/server/engine/task-refs'
import { allTasks, latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { isSuccessfulTask, isTerminalWorkflow } from '@/server/model/status'
import {
  askChild,
  isResetInPlace,
  reopenAround,
  repairSibling,
  resetInPlace,
  tellReopened,
  unsuccessfulTasks,
} from './reopen'

/**
 * Tries again what ended badly: work by a new row (counted against its automatic retries, without a delay), joins and
 * loops in place. With `resumeSubworkflowTasks` a failed child is not replaced but tries again itself.
 */
export function retry(draft: Draft, command: RetryCommand): Refusal | null {
  const failed = unsuccessfulTasks(draft)
  // Its first task could not be entered, and is again. Conductor gives the parent a new child then.
  if (command.askedByParent && isTerminalWorkflow(draft.workflow.status) && draft.rows.counts.rows === 0) {
    runAgain(draft)
    tellReopened(draft, 'retry', command.ask)
    return null
  }
  const refusal = whyNot(draft, failed)
  if (refusal !== null && command.askedByParent) return answerParent(draft, command.ask)
  if (refusal !== null) return nothingToResume(draft, command) ? null : refusal
  const child = command.resumeSubworkflowTasks ? failedChild(failed) : null
  if (child !== null) {
    resumeChild(draft, child, command.ask)
    return null
  }
  runAgain(draft)
  for (const task of failed.filter(isResetInPlace)) {
    resetInPlace(draft, task, task.retryCount + (countsAsRetry(draft, task) ? 1 : 0))
  }
  for (const task of failed.filter((row) => !isResetInPlace(row))) {
    if (command.resumeSubworkflowTasks && hasChild(task)) repairSibling(draft, task)
    else addAttempt(draft, task, { operator: operatorOf(task), delay: NO_DELAY, reason: null })
  }
  tellReopened(draft, 'retry', command.ask)
  return null
}

function runAgain(draft: Draft): void {
  setStatus(draft, 'RUNNING')
  changeWorkflow(draft, {
    reasonForIncompletion: null,
    failedTaskId: null,
    endTime: 0,
    lastRetriedTime: draft.context.now,
  })
}

/** The parent canceled its row while this child was ending by itself, or before it began. */
function answerParent(draft: Draft, ask: number | undefined): null {
  if (isTerminalWorkflow(draft.workflow.status)) tellParent(draft, ask)
  else if (ask !== undefined) tellReopened(draft, 'retry', ask)
  return null
}

function whyNot(draft: Draft, failed: readonly Task[]): Refusal | null {
  const { status } = draft.workflow
  if (!isTerminalWorkflow(status)) {
    return { code: 'NOT_FOUND', message: `Workflow is still running.  status=${status}` }
  }
  if (draft.rows.counts.rows === 0) return { code: 'CONFLICT', message: 'Workflow has not started yet' }
  if (!failed.every(isCanceledJoin) || status === 'TIMED_OUT') return null
  return {
    code: 'CONFLICT',
    message: 'There are no retryable tasks! Use restart if you want to attempt entire workflow execution again.',
  }
}

/** As in Conductor nobody hears that there is nothing to resume, unless an attempt had failed on the way. */
function nothingToResume({ workflow, rows }: Draft, command: RetryCommand): boolean {
  if (!command.resumeSubworkflowTasks || !isTerminalWorkflow(workflow.status) || rows.counts.rows === 0) return false
  return allTasks(rows).every(({ status }) => isSuccessfulTask(status))
}

/** The first failure, if it is a child's. What was only canceled with it is to blame where nothing else is. */
function failedChild(failed: readonly Task[]): Task | null {
  const work = failed.filter((task) => !isResetInPlace(task))
  const blamed = work.find((task) => task.status !== 'CANCELED') ?? work.find(hasChild)
  return blamed !== undefined && hasChild(blamed) ? blamed : null
}

function hasChild(task: Task): boolean {
  return ownChild(task) !== null
}

function resumeChild(draft: Draft, task: Task, ask: number | undefined): void {
  reopenAround(draft, task, { by: 'retry', answers: ask })
  askChild(draft, latestTask(draft.rows, task.referenceTaskName) ?? task)
}

/** A canceled JOIN or DO_WHILE did not fail. */
function isCanceledJoin({ status, taskType }: Task): boolean {
  return status === 'CANCELED' && (taskType === 'JOIN' || taskType === 'DO_WHILE')
}

/** Nor did a JOIN whose branch was allowed to. */
function countsAsRetry(draft: Draft, task: Task): boolean {
  if (isCanceledJoin(task)) return false
  if (task.taskType !== 'JOIN') return true
  const branches = joinRefs(task).flatMap((ref) => latestTask(draft.rows, ref) ?? [])
  return !branches.some((branch) => branch.workflowTask.permissive && !isSuccessfulTask(branch.status))
}
