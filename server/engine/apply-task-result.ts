import type { Task } from '@/server/model/execution'
import { isTerminalTask } from '@/server/model/status'
import { outputProblem } from './check-payload'
import { changeTask, type Draft, endTask } from './draft'
import type { TaskResultEvent } from './event'

/**
 * What somebody outside says about a task. A late word about a task that has ended changes nothing. IN_PROGRESS puts
 * a worker's task back into its queue; anything final ends it. `extendLease` only moves the deadline.
 */
export function applyTaskResult(draft: Draft, task: Task, result: TaskResultEvent): void {
  if (isTerminalTask(task.status)) return
  if (result.extendLease) {
    const leaseUntil = task.leaseUntil === 0 ? 0 : draft.context.now + task.responseTimeoutSeconds * 1000
    changeTask(draft, task, { leaseUntil })
    return
  }
  const outputData = result.mergeOutput ? { ...task.outputData, ...result.output } : result.output
  const problem = outputProblem(task.referenceTaskName, outputData, draft.context.limits)
  if (problem !== null) {
    // Refusing the call would not help: a worker sends it again and again, and then its task times out.
    endTask(draft, task, { status: 'FAILED_WITH_TERMINAL_ERROR', outputData: {}, reasonForIncompletion: problem })
    return
  }
  const told = {
    outputData,
    reasonForIncompletion: result.reasonForIncompletion,
    workerId: result.workerId ?? task.workerId,
    subWorkflowId: (task.performer === 'worker' ? result.subWorkflowId : null) ?? task.subWorkflowId,
  }
  if (result.status !== 'IN_PROGRESS') endTask(draft, task, { ...told, ...callbackOf(result), status: result.status })
  else if (task.performer === 'worker')
    requeue(draft, task, { told, seconds: Math.max(0, result.callbackAfterSeconds) })
  else changeTask(draft, task, told)
}

/** A whole result replaces the row's callback as well, though nobody calls back any more. */
function callbackOf(result: TaskResultEvent): Partial<Task> {
  return result.mergeOutput ? {} : { callbackAfterSeconds: Math.max(0, result.callbackAfterSeconds) }
}

function requeue(draft: Draft, task: Task, again: { told: Partial<Task>; seconds: number }): void {
  const { told, seconds } = again
  changeTask(draft, task, {
    ...told,
    status: 'SCHEDULED',
    leaseUntil: 0,
    callbackAfterSeconds: seconds,
    callbackAfterMs: seconds * 1000,
    deliverAt: draft.context.now + seconds * 1000,
  })
}
