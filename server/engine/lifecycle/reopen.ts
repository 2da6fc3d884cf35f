import { changeTask, changeWorkflow, type Draft, setStatus } from '@/server/engine/draft'
import type { ChildReopenedEvent, ReopenCause } from '@/server/engine/event'
import { ownChild } from '@/server/engine/followers'
import { takeBackQuestion } from '@/server/engine/output-check'
import { forgetQuestion, isAnswer, withoutQuestion } from '@/server/engine/questions'
import { latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
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
export function tellReopened(draft: Draft, by: ReopenCause, answers?: number): void {
  const { workflowId, workflowName, workflowVersion, parentWorkflowId, parentWorkflowTaskId } = draft.workflow
  if (parentWorkflowId === null || parentWorkflowTaskId === null) return
  draft.effects.push({
    type: 'tell',
    workflowId: parentWorkflowId,
    event: {
      type: 'child-reopened',
      taskId: parentWorkflowTaskId,
      childId: workflowId,
      named: `${workflowName}.${workflowVersion}/${workflowId}`,
      by,
      ...(answers === undefined ? {} : { answers }),
    },
  })
}

/**
 * A child of ours runs again. Its row does too, and so does this workflow with everything that ended only because of
 * the child: unless the row was optional, was superseded by another attempt, or names another child.
 */
export function applyChildReopened(draft: Draft, task: Task, event: ChildReopenedEvent): void {
  if (task.subWorkflowId !== event.childId) return
  if (event.answers !== undefined) {
    if (isTerminalTask(task.status) || !isAnswer(task, event.answers)) return
    forgetQuestion(draft, task)
    noteInLog(draft, task, event)
    return
  }
  if (!isTerminalTask(task.status) || task.retried || task.workflowTask.optional) return
  reopenAround(draft, task, { by: event.by })
  noteReopened(draft, task)
  noteInLog(draft, task, event)
}

/** The workflow itself waits for a place, and will look at its other rows then. */
function noteReopened(draft: Draft, { taskId }: Task): void {
  const { state } = draft.workflow
  if (!state?.held) return
  const reopened = [...(state.held.reopened ?? []).filter((id) => id !== taskId), taskId]
  changeWorkflow(draft, { state: { ...state, held: { ...state.held, reopened } } })
}

const DONE: Readonly<Record<ReopenCause, string>> = { retry: 'retried', restart: 'restarted', rerun: 'reran' }

/** In Conductor's words. */
function noteInLog(draft: Draft, { taskId }: Task, { named, by }: ChildReopenedEvent): void {
  draft.effects.push({ type: 'log', taskId, line: `Sub workflow ${named} ${DONE[by]}.` })
}

export interface Reopening {
  readonly by: ReopenCause
  /** The parent's question, where that is why. */
  readonly answers?: number | undefined
  /** Rows that run again, or have already ended again. */
  readonly reopened?: readonly TaskId[] | undefined
}

export function reopenAround(draft: Draft, task: Task, reopening: Reopening): void {
  const running = { status: 'IN_PROGRESS', endTime: 0, reasonForIncompletion: null } as const
  takeBackQuestion(draft)
  changeTask(draft, task, { ...running, state: withoutQuestion(task) })
  if (isTerminalWorkflow(draft.workflow.status)) reopenWorkflow(draft, reopening)
}

export function reopenWorkflow(draft: Draft, { by, answers, reopened = [] }: Reopening): void {
  setStatus(draft, 'RUNNING')
  changeWorkflow(draft, {
    reasonForIncompletion: null,
    failedTaskId: null,
    failedReferenceTaskNames: [],
    failedTaskNames: [],
    endTime: 0,
    lastRetriedTime: draft.context.now,
  })
  for (const sibling of unsuccessfulTasks(draft)) if (!reopened.includes(sibling.taskId)) repairSibling(draft, sibling)
  tellReopened(draft, by, answers)
}

/** In place: the same row, and for a child the same child, which is asked to try again by itself. */
export function repairSibling(draft: Draft, sibling: Task): void {
  if (ownChild(sibling) !== null) {
    askChild(draft, changeTask(draft, sibling, { status: 'IN_PROGRESS', endTime: 0, reasonForIncompletion: null }))
  } else if (isResetInPlace(sibling)) {
    resetInPlace(draft, sibling, sibling.retryCount)
  } else if (sibling.status === 'CANCELED') {
    requeueInPlace(draft, sibling, sibling.retryCount + 1)
  }
}

/** To try again; what it said before is out of date. */
export function askChild(draft: Draft, task: Task): void {
  const workflowId = ownChild(task)
  if (workflowId === null) return
  const ask = draft.workflow.revision
  changeTask(draft, task, { state: { ...task.state, ask } })
  const askedBy = { workflowId: draft.workflow.workflowId, taskId: task.taskId }
  draft.effects.push({
    type: 'tell',
    workflowId,
    event: { type: 'retry', resumeSubworkflowTasks: true, askedByParent: true, askedBy, ask },
  })
}

/** A JOIN goes on saying why it failed, as a worker's next attempt does. */
export function resetInPlace(draft: Draft, task: Task, retryCount: number): void {
  const reason = task.taskType === 'JOIN' ? task.reasonForIncompletion : null
  const reset = { status: 'IN_PROGRESS', retryCount, endTime: 0, executed: false } as const
  changeTask(draft, task, { ...reset, reasonForIncompletion: reason })
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
