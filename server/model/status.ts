/** Conductor's two state machines: the names on the wire and the questions asked of them. */
export const WORKFLOW_STATUSES = ['RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'TIMED_OUT', 'TERMINATED'] as const
export type WorkflowStatus = (typeof WORKFLOW_STATUSES)[number]

export const TASK_STATUSES = [
  'SCHEDULED',
  'IN_PROGRESS',
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'FAILED',
  'FAILED_WITH_TERMINAL_ERROR',
  'TIMED_OUT',
  'CANCELED',
  'SKIPPED',
] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** What a worker may report. */
export const TASK_RESULT_STATUSES = [
  'IN_PROGRESS',
  'FAILED',
  'FAILED_WITH_TERMINAL_ERROR',
  'COMPLETED',
  'CANCELED',
] as const
export type TaskResultStatus = (typeof TASK_RESULT_STATUSES)[number]

export function isTerminalWorkflow(status: WorkflowStatus): boolean {
  return status !== 'RUNNING' && status !== 'PAUSED'
}

export function isTerminalTask(status: TaskStatus): boolean {
  return status !== 'SCHEDULED' && status !== 'IN_PROGRESS'
}

/** Conductor counts tasks that have not ended as successful; joins and loops rely on it. */
export function isSuccessfulTask(status: TaskStatus): boolean {
  switch (status) {
    case 'SCHEDULED':
    case 'IN_PROGRESS':
    case 'COMPLETED':
    case 'COMPLETED_WITH_ERRORS':
    case 'SKIPPED':
      return true
    case 'FAILED':
    case 'FAILED_WITH_TERMINAL_ERROR':
    case 'TIMED_OUT':
    case 'CANCELED':
      return false
  }
}

export function isRetriableTask(status: TaskStatus): boolean {
  return status !== 'FAILED_WITH_TERMINAL_ERROR' && status !== 'CANCELED' && status !== 'SKIPPED'
}
