import type { TaskId, WorkflowId } from './ids'
import type { JsonObject } from './json'
import type { TaskStatus, WorkflowStatus } from './status'
import type { TaskDef } from './task-def'
import type { WorkflowDef, WorkflowTask } from './workflow-def'

/**
 * One workflow execution as plain, immutable data. Times are epoch milliseconds (0 = not yet), durations carry
 * their unit. Names are Conductor's wherever it has one.
 */
export interface Workflow {
  readonly workflowId: WorkflowId
  readonly workflowName: string
  readonly workflowVersion: number
  readonly status: WorkflowStatus
  readonly previousStatus: WorkflowStatus | null
  readonly input: JsonObject
  readonly output: JsonObject
  readonly variables: JsonObject
  readonly correlationId: string | null
  /** 0–99, larger is sooner. */
  readonly priority: number
  readonly taskToDomain: Readonly<Record<string, string>>
  readonly createTime: number
  readonly updateTime: number
  readonly endTime: number
  readonly lastRetriedTime: number
  readonly reasonForIncompletion: string | null
  readonly failedReferenceTaskNames: readonly string[]
  readonly failedTaskNames: readonly string[]
  readonly failedTaskId: TaskId | null
  readonly parentWorkflowId: WorkflowId | null
  readonly parentWorkflowTaskId: TaskId | null
  readonly reRunFromWorkflowId: WorkflowId | null
  readonly createdBy: string | null
  readonly event: string | null
  readonly idempotencyKey: string | null
  /** Secrets that the input names and that tasks may use because of it; null: none. */
  readonly secretNames?: readonly string[] | null
  /** How far it is from the run that a person started, 0 for that one; bounded by the limits. */
  readonly depth: number
  /** The run that a person started and that led to this one; null for that one itself. */
  readonly rootWorkflowId: WorkflowId | null
  /** Of a workflow whose executions share places. */
  readonly gate?: Gate | null
  /** The engine's own notes. Never shown on the wire. */
  readonly state?: WorkflowState | null
  /** Number of transitions so far. Raised by one with each; the key of the journal. */
  readonly revision: number
}

export interface Gate {
  readonly key: string
  readonly limit: number
  /** No task of it runs before there is a place. The database decides when. */
  readonly waiting: boolean
  /** Its start is refused instead; known at the start only. */
  readonly rejects?: boolean
}

export interface WorkflowState {
  /** What runs it again, to be done once it has a place at its gate, and how it had ended. */
  readonly held?: Held
  /** Rows that wait for its end although they did not start it. */
  readonly followers?: readonly Follower[]
  /** When somebody was asked whether the output fits its schema. */
  readonly askedOfOutput?: number
  /** Its input has not been held against its schema: nothing in it begins. */
  readonly unchecked?: true
  /** Its status listener has heard of the start. */
  readonly announced?: true
}

export interface Held {
  readonly command: JsonObject
  readonly status: WorkflowStatus
  /** Rows whose children run again meanwhile. */
  readonly reopened?: readonly TaskId[]
}

export interface Follower {
  readonly workflowId: WorkflowId
  readonly taskId: TaskId
}

/** One attempt of one task. */
export interface Task {
  readonly taskId: TaskId
  readonly workflowInstanceId: WorkflowId
  readonly referenceTaskName: string
  readonly taskType: string
  readonly taskDefName: string
  readonly status: TaskStatus
  /** 1-based order of creation; 0 for a skipped task. */
  readonly seq: number
  readonly inputData: JsonObject
  /** Secrets whose values take the place of their markers when the work is handed out; null: none. */
  readonly secretNames?: readonly string[] | null
  readonly outputData: JsonObject
  readonly retryCount: number
  readonly retriedTaskId: TaskId | null
  /** A newer attempt exists. */
  readonly retried: boolean
  /** Its successors were scheduled. */
  readonly executed: boolean
  readonly pollCount: number
  readonly scheduledTime: number
  readonly firstScheduledTime: number
  readonly startTime: number
  readonly endTime: number
  readonly updateTime: number
  readonly startDelayInSeconds: number
  readonly callbackAfterSeconds: number
  readonly callbackAfterMs: number
  readonly responseTimeoutSeconds: number
  readonly workerId: string | null
  readonly domain: string | null
  /** Turn of the enclosing DO_WHILE, from 1; 0 outside loops. */
  readonly iteration: number
  readonly loopOverTask: boolean
  readonly subWorkflowId: WorkflowId | null
  readonly subworkflowChanged: boolean
  readonly reasonForIncompletion: string | null
  /** When a WAIT ends; 0 = when somebody says so. */
  readonly waitTimeout: number
  readonly workflowTask: WorkflowTask
  /** The definition does not contain `workflowTask` (dynamic forks): it is stored with the row. */
  readonly dynamic: boolean
  /**
   * Who does the work: `worker` is polled over HTTP, `system` is done by this server off the decider
   * (script, jq, HTTP, starting a child), `none` needs nobody.
   */
  readonly performer: 'worker' | 'system' | 'none'
  /** The earliest time at which a worker may have it. */
  readonly deliverAt: number
  /** Until when whoever claimed it holds it: the response timeout of a worker, the patience with ourselves. 0 = unclaimed. */
  readonly leaseUntil: number
  /** The operator's own notes (counters of a join, state of a loop). Never shown on the wire. */
  readonly state: JsonObject | null
}

/** Task definitions in force when the execution started, by name; later edits do not reach it. */
export interface DefinitionSnapshot {
  readonly definition: WorkflowDef
  readonly taskDefs: Readonly<Record<string, TaskDef>>
}
