import type { DefinitionSnapshot, Follower } from '@/server/model/execution'
import type { TaskId, WorkflowId } from '@/server/model/ids'
import type { Json, JsonObject } from '@/server/model/json'
import type { TaskResultStatus, WorkflowStatus } from '@/server/model/status'

/** Everything that can happen to an execution. One event, one `decide`, one transition. */
export type EngineEvent =
  /** `checked`: the input of a child has been held against its schema. */
  | { readonly type: 'start'; readonly checked?: true }
  /** A child that does not begin: its input does not match its definition's schema. */
  | { readonly type: 'input-refused'; readonly reason: string }
  /** A deadline passed or somebody asked for a decision; the claim columns of open tasks are fresh. */
  | { readonly type: 'wake' }
  | TaskResultEvent
  /** `performer: 'system'` work was not answered in time (its server died): ask for it again. */
  | { readonly type: 'redrive'; readonly taskId: TaskId }
  /** A worker took it: nothing is to be decided, but its `onStateChange` may want to hear of it. */
  | { readonly type: 'taken'; readonly taskId: TaskId }
  | { readonly type: 'script-result'; readonly taskId: TaskId; readonly outcome: ScriptOutcome }
  | { readonly type: 'perform-result'; readonly taskId: TaskId; readonly outcome: PerformOutcome }
  /** What the task cache had; null: nothing. */
  | { readonly type: 'recalled'; readonly taskId: TaskId; readonly output: JsonObject | null }
  | { readonly type: 'child-refused'; readonly taskId: TaskId; readonly message: string }
  /** It was asked for without a version: this is the one that began. */
  | { readonly type: 'child-begun'; readonly taskId: TaskId; readonly version: number }
  | ChildEndedEvent
  | ChildFoundEvent
  | ChildReopenedEvent
  | FollowEvent
  /** What the row follows waits for the row's own workflow. */
  | { readonly type: 'circle-found'; readonly taskId: TaskId; readonly childId: WorkflowId }
  | OutputCheckedEvent
  | { readonly type: 'failure-workflow-refused'; readonly message: string }
  /** What happened would have written more than the execution's share: it ends instead. */
  | { readonly type: 'exhausted'; readonly reason: string }
  | Command

/** A child that had ended runs again (retry, restart, rerun of the child). */
export interface ChildReopenedEvent {
  readonly type: 'child-reopened'
  readonly taskId: TaskId
  readonly childId: WorkflowId
  /** `name.version/id` */
  readonly named: string
  readonly by: ReopenCause
  readonly answers?: number
}

export type ReopenCause = 'retry' | 'restart' | 'rerun'

export interface TaskResultEvent {
  readonly type: 'task-result'
  readonly taskId: TaskId
  readonly status: TaskResultStatus
  readonly output: JsonObject
  /** By-reference updates merge into the output that is there; POST /tasks replaces it. */
  readonly mergeOutput: boolean
  readonly reasonForIncompletion: string | null
  readonly callbackAfterSeconds: number
  readonly extendLease: boolean
  readonly workerId: string | null
  /** An execution that the worker started; shown, and no child of the row. */
  readonly subWorkflowId?: WorkflowId
}

export interface ChildEndedEvent {
  readonly type: 'child-ended'
  readonly taskId: TaskId
  readonly childId: WorkflowId
  readonly status: WorkflowStatus
  readonly output: JsonObject
  readonly reason: string | null
  readonly name: string
  readonly version: number
  /** The parent's question (`RetryCommand.ask`) that this answers. */
  readonly answers?: number
}

/** Somebody else's row wants to hear how this execution ends. */
export interface FollowEvent {
  readonly type: 'follow'
  readonly follower: Follower
  /** Known to whoever delivers it: this execution waits for the follower already, perhaps through others. */
  readonly inCircle?: boolean
}

/** The workflow's output has been held against its schema; `problem` null: it fits. */
export interface OutputCheckedEvent {
  readonly type: 'output-checked'
  readonly output: JsonObject
  readonly problem: string | null
}

/** Another execution has the child's idempotency key, and the row takes it: as it is now, running or ended. */
export interface ChildFoundEvent extends Omit<ChildEndedEvent, 'type' | 'answers'> {
  readonly type: 'child-found'
}

/** What people and clients ask for. Refused ones come back as `decision.refused`. */
export type Command =
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'terminate'; readonly reason: string | null; readonly triggerFailureWorkflow: boolean }
  | { readonly type: 'restart'; readonly latest: DefinitionSnapshot | null }
  | RetryCommand
  | RerunCommand
  | SkipCommand
  | JumpCommand
  | UpgradeCommand
  | { readonly type: 'reset-callbacks' }
  | SetVariablesCommand

export interface RetryCommand {
  readonly type: 'retry'
  readonly resumeSubworkflowTasks: boolean
  /** The parent waits for this child again: where nothing can be retried it hears once more how the child ended. */
  readonly askedByParent?: boolean
  /** The parent's row. */
  readonly askedBy?: Follower
  /** The number of the parent's question: until the answer comes, what the child said before means nothing. */
  readonly ask?: number
}

export interface RerunCommand {
  readonly type: 'rerun'
  /** Null: from the beginning. */
  readonly taskId: TaskId | null
  /** These replace what there was; null keeps it. */
  readonly taskInput: JsonObject | null
  readonly workflowInput: JsonObject | null
  readonly correlationId: string | null
}

export interface SetVariablesCommand {
  readonly type: 'set-variables'
  readonly variables: JsonObject
  /** What a variable that is a list is given is added to it. */
  readonly appendArrays?: boolean
}

export interface JumpCommand {
  readonly type: 'jump'
  /** As in the definition. */
  readonly ref: string
  /** Over the input that the definition gives it. */
  readonly taskInput: JsonObject
}

export interface UpgradeCommand {
  readonly type: 'upgrade'
  readonly snapshot: DefinitionSnapshot
  /** By reference name: what tasks of the new definition that are skipped are said to have given. */
  readonly taskOutput: JsonObject
  /** Over the input that there is. */
  readonly workflowInput: JsonObject
}

export interface SkipCommand {
  readonly type: 'skip'
  /** As in the definition. */
  readonly ref: string
  readonly taskInput: JsonObject
  readonly taskOutput: JsonObject
}

export type ScriptOutcome =
  | { readonly ok: true; readonly value: Json; readonly all?: readonly Json[] }
  | { readonly ok: false; readonly kind: 'error' | 'timeout' | 'limit'; readonly message: string }

/** What this server's own work on a task came to. */
export type PerformOutcome =
  /** A task that is completed from outside (`asyncComplete`) shows the output and stays open. */
  | { readonly status: 'completed'; readonly output: JsonObject }
  /** Not yet: the output is shown, and the work is asked for again after a while; `toldSeconds`: what the row says of it. */
  | { readonly status: 'again'; readonly output: JsonObject; readonly afterMs: number; readonly toldSeconds?: number }
  | {
      readonly status: 'failed'
      readonly output: JsonObject
      readonly reason: string
      /** False: FAILED_WITH_TERMINAL_ERROR, whatever retries are left. */
      readonly retryable: boolean
    }
