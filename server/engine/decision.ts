import type { ErrorCode } from '@/server/model/errors'
import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import type { TaskId, WorkflowId } from '@/server/model/ids'
import type { Json, JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import type { IdempotencyStrategy, WorkflowDefInput } from '@/server/model/workflow-def'
import type { EngineEvent } from './event'

/**
 * What one event does to one execution: data only. The store writes `changes` and the durable effects in one
 * transaction and performs the others after it committed.
 */
export interface Decision {
  readonly changes: Changes
  readonly effects: readonly Effect[]
  /** When to send `wake` next (epoch ms); null = nothing is due. Absolute: replaces the previous one. */
  readonly wakeAt: number | null
  /** The event was a request that this state does not allow. `changes` and `effects` are then empty. */
  readonly refused: Refusal | null
}

export interface Refusal {
  readonly code: ErrorCode
  readonly message: string
}

/**
 * Rows in full; fields that did not change keep their identity (`next.inputData === previous.inputData`),
 * so that payloads are written once.
 */
export interface Changes {
  /** Null when the header did not change. `revision` is left to the store. */
  readonly workflow: Workflow | null
  readonly created: readonly Task[]
  readonly updated: readonly Task[]
  readonly removed: readonly TaskId[]
  /** Set by a restart with the latest definition. */
  readonly definition: DefinitionSnapshot | null
}

export type Effect =
  | EvaluateEffect
  | PerformEffect
  | StartWorkflowEffect
  | TellEffect
  | EmitEffect
  | LogEffect
  | RecallEffect
  | RememberEffect
  | CheckOutputEffect

/** Secrets whose values take the place of their markers in `input` before it is handed out; null: none. */
export type SecretNames = readonly string[] | null

/** Run a script or a jq filter in the sandbox; the answer comes back as `script-result`. */
export interface EvaluateEffect {
  readonly type: 'evaluate'
  readonly taskId: TaskId
  readonly language: 'javascript' | 'jq'
  /** An evaluator of the host's is asked instead of the sandbox. */
  readonly evaluator?: string
  readonly expression: string
  /** Bound to `$` (JavaScript) or to `.` (jq). */
  readonly input: Json
  readonly secretNames: SecretNames
}

/**
 * Do what the task type stands for (an HTTP call, a message to a broker …) outside the engine; the answer comes back as
 * `perform-result`. A server that dies on the way leaves the work to another, so it may be done twice.
 */
export interface PerformEffect {
  readonly type: 'perform'
  readonly taskId: TaskId
  readonly taskType: string
  /** Resolved. */
  readonly input: JsonObject
  readonly secretNames: SecretNames
  /** The performer passes the input on to somebody who stores it: the markers stay. */
  readonly keepsMarkers: boolean
  /** What the task's definition holds against its input and output; null: nothing. */
  readonly schemas: TaskSchemas | null
}

export interface TaskSchemas {
  readonly input: SchemaRef | null
  /** Null also where somebody else ends the task. */
  readonly output: SchemaRef | null
}

/** Start another workflow in the same transaction. An unknown definition comes back as `child-refused` or `failure-workflow-refused`. */
export interface StartWorkflowEffect {
  readonly type: 'start-workflow'
  readonly purpose: 'child' | 'failure' | 'notice'
  readonly workflowId: WorkflowId
  readonly name: string
  /** Null: the latest. */
  readonly version: number | null
  readonly definition: WorkflowDefInput | null
  readonly input: JsonObject
  readonly secretNames?: SecretNames
  readonly idempotencyKey?: string | null
  /** Whether another execution with the key is taken instead (`child-found`) or in the way (`child-refused`). */
  readonly idempotencyStrategy?: IdempotencyStrategy | null
  readonly correlationId: string | null
  readonly priority: number
  readonly taskToDomain: Readonly<Record<string, string>>
  readonly parent: { readonly workflowId: WorkflowId; readonly taskId: TaskId } | null
  readonly depth: number
  readonly rootWorkflowId: WorkflowId | null
}

/** Ask the task cache before the work begins; the answer comes back as `recalled`, in the same transaction. */
export interface RecallEffect {
  readonly type: 'recall'
  readonly taskId: TaskId
  readonly taskName: string
  readonly key: string
}

/** Keep a result in the task cache, with this transition. */
export interface RememberEffect {
  readonly type: 'remember'
  readonly taskId: TaskId
  readonly taskName: string
  readonly key: string
  readonly seconds: number
  readonly output: JsonObject
}

/** Hold the workflow's output against a schema, in the sandbox; the answer comes back as `output-checked`. */
export interface CheckOutputEffect {
  readonly type: 'check-output'
  /** Of the workflow. */
  readonly name: string
  readonly schema: SchemaRef
  readonly output: JsonObject
}

/** Send an event to another execution of the same namespace: durable with this transition, delivered after it. */
export interface TellEffect {
  readonly type: 'tell'
  readonly workflowId: WorkflowId
  readonly event: EngineEvent
}

/** Put a message into an internal queue: durable with this transition, taken by the event handlers after it. */
export interface EmitEffect {
  readonly type: 'emit'
  /** `conductor:orders:placed`. */
  readonly event: string
  readonly messageId: TaskId
  readonly payload: JsonObject
}

/** A line in the log of a task. */
export interface LogEffect {
  readonly type: 'log'
  readonly taskId: TaskId
  readonly line: string
}
