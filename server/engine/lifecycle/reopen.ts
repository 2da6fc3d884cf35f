import { changeTask, changeWorkflow, type Draft, setStatus } from '@/server/engine/draft'
import type { EngineEvent, ReopenCause } from '@/server/engine/event'
import { latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { isSuccessfulTask, isTerminalTask, isTerminalWorkflow } from '@/server/model/status'

/** Rows that are put back to work as they are, instead of by another attempt. */
const IN_PLACE: ReadonlySet<string> = new Set(['JOIN', 'EXCLUSIVE_JOIN', 'DO_WHILE', 'FORK'])

export function isResetInPlace(task: Task): boolean {
  return IN_PLACE.has(task.taskType)
}

/** The latest attempts that ended badly, in order. */
export function unsuccessfulTasks(draft: Draft): Task[] {
  const found: Task[] = []
  for (const ref of draft.rows.latest.keys()) {
    const task = latestTask(draft.rows, ref)
    if (task !== undefined && isTerminalTask(task.status) && !isSuccessfulTask(task.status)) found.push(task)
  }
  return found.sort((a, b) => a.seq - b.seq)
}

/** An ended workflow runs again: its parent is told, and walks on to its own. */
export function tellReopened(draft: Draft, by: ReopenCause): void {
  const { workflowId, parentWorkflowId, parentWorkflowTaskId } = draft.workflow
  if (parentWorkflowId === null || parentWorkflowTaskId === null) return
  draft.effects.push({
    type: 'tell',
    workflowId: parentWorkflowId,
    event: { type: 'child-reopened', taskId: parentWorkflowTaskId, childId: workflowId, by },
  })
}

/**
 * A child of ours runs again. Its row does too, and so does this workflow with everything that ended only because of
 * the child: unless the row was optional, was superseded by another attempt, or names another child.
 */
export function applyChildReopened(
  draft: Draft,
  task: Task,
  event: Extract<EngineEvent, { type: 'child-reopened' }>,
): void {
  if (!isTerminalTask(task.status) || task.retried || task.workflowTask.optional) return
  if (task.subWorkflowId !== event.childId) return
  reopenAround(draft, task, event.by)
}

export function reopenAround(draft: Draft, task: Task, by: ReopenCause): void {
  const ended = isTerminalWorkflow(draft.workflow.status)
  changeTask(draft, task, { status: 'IN_PROGRESS', endTime: 0, reasonForIncompletion: null })
  if (!ended) return
  setStatus(draft, 'RUNNING')
  changeWorkflow(draft, {
    reasonForIncompletion: null,
    failedTaskId: null,
    failedReferenceTaskNames: [],
    failedTaskNames: [],
    endTime: 0,
    lastRetriedTime: draft.context.now,
  })
  for (const sibling of unsuccessfulTasks(draft)) repairSibling(draft, sibling)
  tellReopened(draft, by)
}

/** In place: the same row, and for a child the same child, which is asked to try again by itself. */
export function repairSibling(draft: Draft, sibling: Task): void {
  if (sibling.taskType === 'SUB_WORKFLOW' && sibling.subWorkflowId !== null) {
    changeTask(draft, sibling, { status: 'IN_PROGRESS', endTime: 0, reasonForIncompletion: null })
    draft.effects.push({
      type: 'tell',
      workflowId: sibling.subWorkflowId,
      event: { type: 'retry', resumeSubworkflowTasks: true, askedByParent: true },
    })
  } else if (isResetInPlace(sibling)) {
    resetInPlace(draft, sibling, sibling.retryCount)
  } else if (sibling.status === 'CANCELED') {
    requeueInPlace(draft, sibling, sibling.retryCount + 1)
  }
}

export function resetInPlace(draft: Draft, task: Task, retryCount: number): void {
  const reset = { status: 'IN_PROGRESS', retryCount, endTime: 0, executed: false, reasonForIncompletion: null } as const
  changeTask(draft, task, reset)
  draft.fresh.push(task.taskId)
  draft.rows.dirty.waiting.add(task.taskId)
  draft.rows.dirty.loops.add(task.referenceTaskName)
}

export function requeueInPlace(draft: Draft, task: Task, retryCount: number): void {
  const { now } = draft.context
  changeTask(draft, task, {
    status: 'SCHEDULED',
    retryCount,
    outputData: {},
    reasonForIncompletion: null,
    executed: false,
    pollCount: 0,
    workerId: null,
    scheduledTime: now,
    startTime: 0,
    endTime: 0,
    callbackAfterSeconds: 0,
    callbackAfterMs: 0,
    deliverAt: now,
  })
  if (task.performer !== 'worker') draft.fresh.push(task.taskId)
}
