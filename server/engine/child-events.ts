import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { isTerminalTask, type TaskStatus, type WorkflowStatus } from '@/server/model/status'
import { changeTask, type Draft, endTask } from './draft'
import type { ChildEndedEvent, ChildFoundEvent } from './event'
import { isFollowing } from './followers'
import { isAnswer, openQuestion, withoutQuestion } from './questions'

/**
 * A child's end is its row's end. A child that the row no longer names (a retry started another) is not heard. What the
 * same child put out before it was restarted stays beside what it puts out now, as in Conductor.
 */
export function applyChildEnded(draft: Draft, task: Task, event: ChildEndedEvent): void {
  if (isMadeGood(draft, task, event)) {
    const outputData = { ...event.output, subWorkflowId: event.childId }
    changeTask(draft, task, { status: 'COMPLETED', outputData, reasonForIncompletion: null })
    return
  }
  if (isTerminalTask(task.status) || task.subWorkflowId !== event.childId) return
  if (openQuestion(task) !== null && !isAnswer(task, event.answers)) return
  const status = ROW_STATUS[event.status]
  if (status === undefined) return
  const inputData = withVersion(task, event.version)
  endTask(draft, task, {
    status,
    state: withoutQuestion(task),
    inputData,
    outputData: { ...task.outputData, ...event.output, subWorkflowId: event.childId },
    reasonForIncompletion: status === 'COMPLETED' ? null : failureOf(event),
  })
}

/** An optional child that had failed was tried again: its row says so, and nothing else changes. */
function isMadeGood({ workflow }: Draft, task: Task, event: ChildEndedEvent): boolean {
  if (task.retried || task.subWorkflowId !== event.childId || event.status !== 'COMPLETED') return false
  // With nothing behind it, the row kept what it ended with.
  const isBad = task.status === 'FAILED' || task.status === 'TIMED_OUT'
  const isLast = workflow.status === 'COMPLETED' && task.workflowTask.optional && isBad
  return task.status === 'COMPLETED_WITH_ERRORS' || isLast
}

type Ended = Pick<ChildEndedEvent, 'name' | 'version' | 'childId' | 'reason'>

function failureOf({ name, version, childId, reason }: Ended): string {
  return `Sub workflow ${name}.${version}/${childId} failure reason: ${reason}`
}

/** Of a child that was asked for without a version, the row names the one that ran; an inline definition has none. */
function withVersion(task: Task, version: number): Task['inputData'] {
  if (task.inputData.subWorkflowVersion !== null || task.inputData.subWorkflowDefinition !== null) return task.inputData
  return { ...task.inputData, subWorkflowVersion: version }
}

export function applyChildBegun(draft: Draft, task: Task, version: number): void {
  const inputData = withVersion(task, version)
  if (inputData !== task.inputData) changeTask(draft, task, { inputData })
}

const ROW_STATUS: Partial<Record<WorkflowStatus, TaskStatus>> = {
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  TERMINATED: 'CANCELED',
  TIMED_OUT: 'TIMED_OUT',
}

/**
 * An execution that somebody else started stands for the child. What it came to, or will come to, is what the row comes
 * to. One that waits for this workflow (`circle-found`), or is this workflow, is not waited for: the row ends with its id.
 */
export function applyChildFound(draft: Draft, task: Task, event: ChildFoundEvent): void {
  const { childId } = event
  const outputData = { subWorkflowId: childId }
  const following = { subWorkflowId: childId, state: { ...task.state, follows: true } }
  const status = ROW_STATUS[event.status]
  if (status === undefined && childId !== draft.workflow.workflowId) {
    changeTask(draft, task, { ...following, status: 'IN_PROGRESS', outputData })
    const follower = { workflowId: draft.workflow.workflowId, taskId: task.taskId }
    draft.effects.push({ type: 'tell', workflowId: childId, event: { type: 'follow', follower } })
    return
  }
  endTask(draft, task, {
    ...following,
    status: status ?? 'COMPLETED',
    outputData: { ...(status === undefined ? {} : event.output), ...outputData },
    reasonForIncompletion: (status ?? 'COMPLETED') === 'COMPLETED' ? null : failureOf(event),
  })
}

export function applyCircleFound(draft: Draft, task: Task, childId: WorkflowId): void {
  if (!isFollowing(task) || task.subWorkflowId !== childId) return
  endTask(draft, task, { status: 'COMPLETED', outputData: { subWorkflowId: childId } })
}

/** There is no such workflow to start, or no such execution any more. */
export function applyChildRefused(draft: Draft, task: Task, message: string): void {
  if (isTerminalTask(task.status)) return
  const state = withoutQuestion(task)
  endTask(draft, task, { status: 'FAILED', state, subWorkflowId: null, outputData: {}, reasonForIncompletion: message })
}
