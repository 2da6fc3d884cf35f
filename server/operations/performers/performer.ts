import type { PerformOutcome } from '@/server/engine/event'
import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'

/** One piece of work that an execution asks this server for. */
export interface PerformCall {
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  readonly taskId: TaskId
  readonly taskType: string
  /** With the values of secrets, unless the type keeps their markers. */
  readonly input: JsonObject
  /** The secrets that the input names or named. */
  readonly secretNames: readonly string[] | null
  /** The values of secrets in the input: what is kept on the way must not repeat them. Outcomes are seen to. */
  readonly secretValues: readonly string[]
}

/**
 * Does what a task type stands for. What goes wrong for a reason of the task's own is an outcome (an AppError thrown
 * becomes one); anything else thrown leaves the work to its lease. The same call may come twice.
 */
export type Performer = (app: App, call: PerformCall) => Promise<PerformOutcome>
