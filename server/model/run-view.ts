import type { Task, Workflow } from './execution'
import type { WorkflowId } from './ids'
import type { WorkflowDef } from './workflow-def'

/** What the run page shows: an execution without its payloads, which are fetched when somebody looks at them. */
export type RunHeader = Omit<Workflow, 'input' | 'output' | 'variables' | 'taskToDomain'>

/** The header of a task. `dynamic` rows are those that the definition does not contain. */
export interface RunTask extends Omit<Task, 'inputData' | 'outputData' | 'workflowTask' | 'state'> {
  /** One short fact from its output: the status code of an HTTP call, the case a SWITCH took. */
  readonly note: string | null
}

export interface RunView {
  readonly header: RunHeader
  readonly definition: WorkflowDef
  readonly tasks: readonly RunTask[]
  /** The database's clock when this was read, so that ticking durations do not depend on the visitor's clock. */
  readonly now: number
}

/** One message of the live stream. `snapshot` replaces everything; `delta` carries what changed since the last message. */
export type RunUpdate =
  | { readonly type: 'snapshot'; readonly view: RunView }
  | {
      readonly type: 'delta'
      readonly header: RunHeader
      readonly tasks: readonly RunTask[]
      readonly removed: readonly string[]
      readonly now: number
    }

/** Who polled for a kind of work, and when last. */
export interface Poller {
  readonly taskType: string
  readonly domain: string | null
  readonly workerId: string
  readonly lastPollTime: number
}

/** One row of the list of executions. */
export interface RunRow {
  readonly workflowId: WorkflowId
  readonly workflowName: string
  readonly workflowVersion: number
  readonly status: Workflow['status']
  readonly correlationId: string | null
  readonly createTime: number
  readonly endTime: number
  readonly reasonForIncompletion: string | null
  readonly failedReferenceTaskNames: readonly string[]
  readonly taskCount: number
  readonly doneCount: number
  /** The open tasks that matter most, at most three. */
  readonly open: readonly OpenTask[]
  readonly parentWorkflowId: WorkflowId | null
  readonly createdBy: string | null
  /** Nothing of it begins before its workflow's `rateLimitConfig` has a place for it. */
  readonly waitsAtGate: boolean
}

export interface OpenTask {
  readonly referenceTaskName: string
  readonly taskType: string
  readonly taskDefName: string
  readonly status: Task['status']
  readonly workerId: string | null
}

export interface RunPage {
  readonly rows: readonly RunRow[]
  readonly total: number
}

/** The runs that match, ignoring the chosen statuses: how many of each, and when they started. */
export interface RunSummary {
  readonly counts: Readonly<Partial<Record<Workflow['status'], number>>>
  readonly from: number
  readonly to: number
  readonly buckets: readonly RunBucket[]
}

export interface RunBucket {
  readonly from: number
  readonly total: number
  readonly failed: number
}
