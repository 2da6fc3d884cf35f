import type { EngineEvent } from '@/server/engine/event'
import type { AppError } from '@/server/model/errors'
import type { Task, Workflow } from '@/server/model/execution'
import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowDef } from '@/server/model/workflow-def'

/** One request to the store, waiting in a lane until a batch takes it. */
export type Item = EventItem | StartItem | RemoveItem

interface ItemBase {
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  readonly enqueuedAt: number
  /** Batches that took it. After the first the outcome of a commit may be unknown. */
  attempts: number
  resolve(outcome: SubmitOutcome): void
  reject(error: AppError): void
}

export interface EventItem extends ItemBase {
  readonly kind: 'event'
  readonly event: EngineEvent
  /** The row of `inbox` that carries it: whoever removes the row delivers the event. */
  readonly inboxId: string | null
}

export interface StartItem extends ItemBase {
  readonly kind: 'start'
  readonly start: StartRequest
}

export interface RemoveItem extends ItemBase {
  readonly kind: 'remove'
}

export interface StartRequest {
  readonly name: string
  /** Null: the latest. */
  readonly version: number | null
  /** Given along, need not be registered. */
  readonly definition: WorkflowDef | null
  readonly input: JsonObject
  /** Secrets that tasks may use because the input names them; left out where the input came from outside. */
  readonly secretNames?: readonly string[] | null
  readonly correlationId: string | null
  readonly priority: number
  readonly taskToDomain: Readonly<Record<string, string>>
  readonly createdBy: string | null
  readonly event: string | null
  readonly idempotencyKey: string | null
  readonly idempotencyStrategy: 'FAIL' | 'RETURN_EXISTING' | 'FAIL_ON_RUNNING'
  /** Given where the same start may be asked for twice: the second is answered with what the first one made. */
  readonly workflowId?: WorkflowId
  /** The run that led to this one; it counts among its descendants. */
  readonly rootWorkflowId?: WorkflowId | null
  /** How far it is from the run that a person started; 0 when left out. */
  readonly depth?: number
}

export interface SubmitOutcome {
  /** Of the execution that took the event; for a start with a known key, of the one that has it. */
  readonly workflowId: WorkflowId
  /** As committed; null when the execution itself was not read (a removal, a repeated delivery). */
  readonly workflow: Workflow | null
  /** The task a `task-result` was about, as committed. */
  readonly task: Task | null
  readonly taskId: TaskId | null
  /** Resolves when the script tasks that are under way have settled, or after a second. */
  settled(): Promise<void>
}

export interface Submission {
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  readonly event: EngineEvent
  readonly inboxId?: string | null
}

export type Submit = (request: Submission) => Promise<SubmitOutcome>
