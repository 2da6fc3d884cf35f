import type { JsonObject } from './json'
import type { WorkflowStatus } from './status'

/** A workflow definition as a line of the list: its newest version, without its body, and its newest run. */
export interface CatalogEntry {
  readonly name: string
  readonly version: number
  readonly versions: readonly number[]
  readonly description: string | null
  readonly ownerEmail: string | null
  readonly metadata: JsonObject
  readonly taskTypes: readonly string[]
  readonly updateTime: number
  readonly lastRun: CatalogRun | null
}

export interface CatalogRun {
  readonly workflowId: string
  readonly status: WorkflowStatus
  readonly createTime: number
}

/** An input that a workflow was started with. */
export interface RecentInput {
  readonly workflowId: string
  readonly createTime: number
  readonly input: JsonObject
}
