import type { Task } from '@/server/model/execution'
import { asTaskId } from '@/server/model/ids'
import { isRetriableTask, type WorkflowStatus } from '@/server/model/status'
import type { TaskDef } from '@/server/model/task-def'
import { addTask, entryOf } from './add-task'
import { changeTask, type Draft, endWorkflow } from './draft'
import type { Operator } from './operators/operator'
import { taskDefOf } from './task-defs'

/** A failed control task fails the workflow: there is no work in it that another attempt could do better. */
const CONTROL: ReadonlySet<string> = new Set(['DECISION', 'SWITCH', 'FORK', 'JOIN', 'EXCLUSIVE_JOIN', 'DO_WHILE'])

const MAX_INT = 2_147_483_647

/** An attempt ended badly: another one, on with the next task (`optional`, `permissive`), or the end of the workflow. */
export function judgeFailure(draft: Draft, task: Task, operator: Operator): 'retried' | 'ended' | 'go-on' {
  const def = taskDefOf(draft.snapshot, task)
  const mayRetry = mayTryAgain(draft, task)
  if (mayRetry && def !== null && isBudgetSpent(draft, task, def)) {
    const status = task.status === 'TIMED_OUT' ? 'TIMED_OUT' : 'FAILED'
    endWorkflow(draft, { status, reason: budgetReason(draft, task, def), taskId: task.taskId })
    return 'ended'
  }
  if (mayRetry) {
    addAttempt(draft, task, { operator, delay: retryDelay(draft, task, def) })
    return 'retried'
  }
  const { optional, permissive } = task.workflowTask
  if (optional) {
    draft.forgiven.push({ taskId: task.taskId, status: task.status })
    changeTask(draft, task, { status: 'COMPLETED_WITH_ERRORS' })
  }
  if (optional || permissive) return 'go-on'
  endWithTask(draft, task, STATUS_AFTER[task.status] ?? 'FAILED')
  return 'ended'
}

export function mayTryAgain(draft: Draft, task: Task): boolean {
  const def = taskDefOf(draft.snapshot, task)
  // Without a definition, not even a default one, what its use asks for counts only for tasks of our own.
  const asked = def === null && task.performer === 'worker' ? 0 : task.workflowTask.retryCount
  const limit = asked ?? def?.retryCount ?? 0
  return isRetriableTask(task.status) && !CONTROL.has(task.taskType) && limit > task.retryCount
}

const STATUS_AFTER: Partial<Record<Task['status'], WorkflowStatus>> = {
  CANCELED: 'TERMINATED',
  TIMED_OUT: 'TIMED_OUT',
}

function endWithTask(draft: Draft, task: Task, status: WorkflowStatus): void {
  const reason = `Task ${task.taskId} failed with status: ${status} and reason: '${task.reasonForIncompletion}'`
  endWorkflow(draft, { status, reason, taskId: task.taskId })
}

/** totalTimeoutSeconds covers all attempts and the delays between them, whatever the policy. */
function isBudgetSpent(draft: Draft, task: Task, def: TaskDef): boolean {
  const limit = def.totalTimeoutSeconds
  return limit > 0 && draft.context.now - task.firstScheduledTime >= limit * 1000
}

function budgetReason(draft: Draft, { taskId, firstScheduledTime }: Task, def: TaskDef): string {
  const elapsed = Math.floor((draft.context.now - firstScheduledTime) / 1000)
  return `Task ${taskId}/${def.name} exceeded total timeout of ${def.totalTimeoutSeconds} seconds (elapsed ${elapsed} seconds across all attempts). No further retries will be attempted.`
}

export interface Attempt {
  readonly operator: Operator
  readonly delay: Delay
  /** What the new row says meanwhile; left out: why the last attempt failed. */
  readonly reason?: null
}

export interface Delay {
  readonly seconds: number
  readonly ms: number
}

export const NO_DELAY: Delay = { seconds: 0, ms: 0 }
/** Of a system task that nobody defined and whose use in the workflow asks for retries. */
const DEFAULT_DELAY: Delay = { seconds: 60, ms: 60_000 }

/** A new row for the same task; the failed one stays. Inputs are resolved again, over those of the failed attempt. */
export function addAttempt(draft: Draft, task: Task, attempt: Attempt): Task | null {
  const { operator, delay } = attempt
  const entry = entryOf(task)
  const taskId = asTaskId(draft.context.newId())
  changeTask(draft, task, { retried: true })
  return addTask(draft, {
    ...entry,
    operator,
    fields: {
      taskId,
      inputData: { ...task.inputData, ...(operator.inputAgain ?? operator.input)(draft, entry, taskId) },
      secretNames: task.secretNames ?? null,
      taskType: task.taskType,
      taskDefName: task.taskDefName,
      retryCount: task.retryCount + 1,
      retriedTaskId: task.taskId,
      firstScheduledTime: task.firstScheduledTime,
      reasonForIncompletion: attempt.reason === null ? null : task.reasonForIncompletion,
      waitTimeout: task.waitTimeout,
      domain: task.domain,
      startTime: 0,
      startDelayInSeconds: delay.seconds,
      callbackAfterSeconds: delay.seconds,
      callbackAfterMs: delay.ms,
      deliverAt: draft.context.now + delay.ms,
    },
  })
}

/** Whole seconds, capped; the jitter comes on top of the cap. */
export function retryDelay(draft: Draft, task: Task, def: TaskDef | null): Delay {
  if (def === null) return DEFAULT_DELAY
  const seconds = cappedSeconds(def, task.retryCount)
  const jitter = Math.floor(draft.context.random() * (def.backoffJitterMs + 1))
  return { seconds, ms: seconds * 1000 + jitter }
}

function cappedSeconds(def: TaskDef, retryCount: number): number {
  const seconds = Math.min(backoffSeconds(def, retryCount), MAX_INT)
  return def.maxRetryDelaySeconds > 0 ? Math.min(seconds, def.maxRetryDelaySeconds) : seconds
}

function backoffSeconds(def: TaskDef, retryCount: number): number {
  const base = Math.max(0, def.retryDelaySeconds)
  switch (def.retryLogic) {
    case 'FIXED':
      return base
    case 'LINEAR_BACKOFF':
      return base * def.backoffScaleFactor * (retryCount + 1)
    case 'EXPONENTIAL_BACKOFF':
      return base * 2 ** retryCount
  }
}
