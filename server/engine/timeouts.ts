import type { Task } from '@/server/model/execution'
import { isTerminalTask } from '@/server/model/status'
import type { TaskDef } from '@/server/model/task-def'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { type Draft, endTask, endWorkflow } from './draft'
import { taskDefOf } from './task-defs'
import { limitsOf } from './task-queue'
import { openTasks } from './task-rows'

/** Every time limit as a moment (epoch ms) with the sentence that explains it once it has passed. */
interface Limit {
  readonly at: number
  readonly policy: TaskDef['timeoutPolicy']
  readonly reason: () => string
}

/** `timeoutSeconds` of the workflow, which a pause does not stop and a retry or resume starts again. */
export function workflowDeadline(draft: Draft): number | null {
  return deadlineFrom(workflowClock(draft), draft.snapshot.definition)
}

export function deadlineFrom(clock: number, { timeoutSeconds, timeoutPolicy }: WorkflowDef): number | null {
  return timeoutSeconds <= 0 || timeoutPolicy !== 'TIME_OUT_WF' ? null : clock + timeoutSeconds * 1000
}

export function checkWorkflowTimeout(draft: Draft): void {
  const deadline = workflowDeadline(draft)
  const { now } = draft.context
  if (deadline === null || now < deadline) return
  const { timeoutSeconds } = draft.snapshot.definition
  const elapsed = wholeSeconds(now - workflowClock(draft))
  endWorkflow(draft, {
    status: 'TIMED_OUT',
    reason: `Workflow timed out after ${elapsed} seconds. Timeout configured as ${timeoutSeconds} seconds. Timeout policy configured to TIME_OUT_WF`,
  })
}

function workflowClock(draft: Draft): number {
  return draft.workflow.lastRetriedTime || draft.workflow.createTime
}

/** Ends what is overdue; retries and their consequences are left to the rows being followed. */
export function checkTaskTimeouts(draft: Draft): void {
  for (const task of openTasks(draft.rows)) {
    if (draft.ending !== null) return
    const overdue = timeLimitsOf(draft, task).find((limit) => limit.at <= draft.context.now)
    if (overdue === undefined) continue
    const reasonForIncompletion = overdue.reason()
    endTask(draft, task, { status: 'TIMED_OUT', reasonForIncompletion })
    if (overdue.policy === 'TIME_OUT_WF') {
      endWorkflow(draft, { status: 'TIMED_OUT', reason: reasonForIncompletion, taskId: task.taskId })
    }
  }
}

/** The earliest moment at which a `wake` could do something for this row; null when none can. */
export function taskDeadline(draft: Draft, task: Task): number | null {
  if (isTerminalTask(task.status)) return null
  const moments = timeLimitsOf(draft, task)
    // A claimed task's response limit is its lease, which the store watches.
    .filter((limit) => limit.at !== task.leaseUntil)
    .map((limit) => limit.at)
  if (task.waitTimeout > 0) moments.push(task.waitTimeout)
  // Also when that moment has passed: whatever happened since did not begin it.
  if (waitsForTime(draft, task)) moments.push(task.deliverAt)
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Begun rows have a start; one with limits begins when the queue has a place for it. */
function waitsForTime({ snapshot, context }: Draft, task: Task): boolean {
  const waits = task.status === 'SCHEDULED' && task.performer !== 'worker' && task.startTime === 0
  return waits && (context.unlimited === true || limitsOf(snapshot, task) === null)
}

function timeLimitsOf(draft: Draft, task: Task): Limit[] {
  const def = taskDefOf(draft.snapshot, task)
  const limits =
    def === null ? [] : [totalLimit(draft, task, def), taskLimit(draft, task, def), pollLimit(draft, task, def)]
  const acted = limits.filter((limit) => limit !== null && limit.policy !== 'ALERT_ONLY')
  return [...acted, responseLimit(task)].filter((limit) => limit !== null)
}

function totalLimit(draft: Draft, task: Task, def: TaskDef): Limit | null {
  const seconds = def.totalTimeoutSeconds
  if (seconds <= 0 || task.firstScheduledTime === 0) return null
  const elapsed = () => wholeSeconds(draft.context.now - task.firstScheduledTime)
  return {
    at: task.firstScheduledTime + seconds * 1000,
    policy: def.timeoutPolicy,
    reason: () =>
      `Task ${task.taskDefName}/${task.taskId} exceeded total timeout of ${seconds} seconds (elapsed ${elapsed()} seconds across all attempts including retry delays). Timeout policy: ${def.timeoutPolicy}`,
  }
}

function taskLimit(draft: Draft, task: Task, def: TaskDef): Limit | null {
  const seconds = def.timeoutSeconds
  if (seconds <= 0) return null
  const began = task.startTime + task.startDelayInSeconds * 1000
  // A claim sets the start without the engine: look again when the whole time may have passed since now.
  if (task.startTime === 0) return unseenStart(draft, task, def)
  return {
    at: began + seconds * 1000,
    policy: def.timeoutPolicy,
    reason: () =>
      `Task timed out after ${wholeSeconds(draft.context.now - began)} seconds. Timeout configured as ${seconds} seconds. Timeout policy configured to ${def.timeoutPolicy}`,
  }
}

/** A claim may have begun its time without the engine. */
export function mayHaveBegun(draft: Draft, task: Task): boolean {
  const def = taskDefOf(draft.snapshot, task)
  return def !== null && def.timeoutSeconds > 0 && task.startTime === 0 && unseenStart(draft, task, def) !== null
}

/** Only where the response timeout, which the claim does arm, would come later. */
function unseenStart(draft: Draft, task: Task, def: TaskDef): Limit | null {
  const response = task.responseTimeoutSeconds
  if (task.performer !== 'worker' || (response > 0 && response <= def.timeoutSeconds)) return null
  const at = Math.max(draft.context.now, task.deliverAt) + def.timeoutSeconds * 1000
  return { at, policy: def.timeoutPolicy, reason: () => '' }
}

/** Counted from when a worker could first have had it, so that a postponed task is not overdue at once. */
function pollLimit(draft: Draft, task: Task, def: TaskDef): Limit | null {
  const seconds = def.pollTimeoutSeconds ?? 0
  if (seconds <= 0 || task.status !== 'SCHEDULED') return null
  return {
    at: task.deliverAt + seconds * 1000,
    policy: def.timeoutPolicy,
    reason: () =>
      `Task poll timed out after ${wholeSeconds(draft.context.now - task.deliverAt)} seconds. Poll timeout configured as ${seconds} seconds. Timeout policy configured to ${def.timeoutPolicy}`,
  }
}

/**
 * Acts whatever the policy: the worker is taken to be gone. What no worker does has none, other than in Conductor, where
 * a HUMAN, WAIT or JOIN whose name has a task definition may end so, after an hour by default.
 */
function responseLimit(task: Task): Limit | null {
  const seconds = task.responseTimeoutSeconds
  if (task.performer !== 'worker' || task.status !== 'IN_PROGRESS' || seconds <= 0) return null
  return {
    at: task.leaseUntil || task.updateTime + (seconds + task.callbackAfterSeconds) * 1000,
    policy: 'RETRY',
    reason: () =>
      `responseTimeout: ${seconds} exceeded for the taskId: ${task.taskId} with Task Definition: ${task.taskDefName}`,
  }
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}
