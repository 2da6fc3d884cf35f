import type { EngineEvent } from '@/server/engine/event'
import type { WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'

/** What an action has to tell an execution, and what it records when that was taken; null: nothing needs to be told. */
export interface Errand {
  readonly told: { readonly workflowId: WorkflowId; readonly event: EngineEvent } | null
  readonly output: JsonObject
}
