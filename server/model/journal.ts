import type { Task, Workflow } from './execution'
import type { TaskId } from './ids'

/**
 * What one transition changed, without payloads: a row of the journal. Folding an execution's entries in order of
 * `revision` gives its headers at any moment.
 */
export interface JournalEntry {
  readonly revision: number
  readonly at: number
  /** The event that caused it. */
  readonly kind: string
  readonly patch: JournalPatch
}

export interface JournalPatch {
  readonly workflow: WorkflowHeader
  /** New and changed rows, whole. */
  readonly tasks: readonly StoredTaskHeader[]
  readonly removed?: readonly TaskId[]
}

export type WorkflowHeader = Omit<Workflow, 'input' | 'output' | 'variables' | 'taskToDomain' | 'state'>
type TaskHeader = Omit<Task, 'inputData' | 'outputData' | 'workflowTask' | 'state'>

/** Fields that hold nothing (null, 0, false) are left out in the journal. */
export type StoredTaskHeader = Pick<Task, 'taskId' | 'referenceTaskName' | 'taskType' | 'status' | 'performer'> &
  Partial<TaskHeader>

/** What the fields hold that are left out. */
export const EMPTY_TASK_HEADER = {
  seq: 0,
  retryCount: 0,
  retriedTaskId: null,
  retried: false,
  executed: false,
  pollCount: 0,
  scheduledTime: 0,
  firstScheduledTime: 0,
  startTime: 0,
  endTime: 0,
  updateTime: 0,
  startDelayInSeconds: 0,
  callbackAfterSeconds: 0,
  callbackAfterMs: 0,
  responseTimeoutSeconds: 0,
  workerId: null,
  domain: null,
  iteration: 0,
  loopOverTask: false,
  subWorkflowId: null,
  subworkflowChanged: false,
  reasonForIncompletion: null,
  waitTimeout: 0,
  dynamic: false,
  deliverAt: 0,
  leaseUntil: 0,
} as const

export function storedTaskHeader(task: Task): StoredTaskHeader {
  const stored: Record<string, unknown> = {
    taskId: task.taskId,
    referenceTaskName: task.referenceTaskName,
    taskType: task.taskType,
    status: task.status,
    performer: task.performer,
  }
  if (task.taskDefName !== task.taskType) stored.taskDefName = task.taskDefName
  for (const field in EMPTY_TASK_HEADER) {
    const value = task[field as keyof typeof EMPTY_TASK_HEADER]
    if (value !== EMPTY_TASK_HEADER[field as keyof typeof EMPTY_TASK_HEADER]) stored[field] = value
  }
  return stored as StoredTaskHeader
}
