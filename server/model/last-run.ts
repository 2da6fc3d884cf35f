import type { WorkflowId } from './ids'
import type { JsonObject } from './json'
import type { TaskStatus, WorkflowStatus } from './status'

/** The newest execution of a workflow, for an editor that shows what its expressions would have said there. */
export interface LastRun {
  readonly workflowId: WorkflowId
  readonly workflowVersion: number
  readonly status: WorkflowStatus
  readonly correlationId: string | null
  readonly createTime: number
  readonly input: JsonObject
  readonly output: JsonObject
  readonly variables: JsonObject
  readonly rows: readonly LastRow[]
}

/** The latest row of a reference name, of any turn of a loop. Its input and output are fetched by its id. */
export interface LastRow {
  readonly reference: string
  readonly taskId: string
  readonly taskType: string
  readonly status: TaskStatus
  readonly retryCount: number
  readonly iteration: number
  readonly scheduledTime: number
  readonly startTime: number
  readonly endTime: number
}
