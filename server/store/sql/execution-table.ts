import type { Workflow } from '@/server/model/execution'
import type { NamespaceId } from '@/server/model/ids'
import { type Column, jsonOf, textArrayOf, textOf } from './columns'

export interface WrittenExecution {
  readonly namespaceId: NamespaceId
  readonly snapshotHash: string
  /** As this batch found it; null for a new one. */
  readonly before: Workflow | null
  readonly after: Workflow
  readonly taskCount: number
  readonly wakeAt: number | null
  readonly storedBytes: number
}

type ExecutionColumn = Column<WrittenExecution>

/** What a transition may change. */
const CHANGING: readonly ExecutionColumn[] = [
  { name: 'revision', type: 'int4', of: ({ after }) => after.revision },
  { name: 'version', type: 'int4', of: ({ after }) => after.workflowVersion },
  { name: 'snapshot', type: 'text', of: ({ snapshotHash }) => snapshotHash },
  { name: 'status', type: 'text', of: ({ after }) => after.status },
  { name: 'previous_status', type: 'text', of: ({ after }) => after.previousStatus },
  { name: 'correlation_id', type: 'text', of: ({ after }) => textOf(after.correlationId) },
  { name: 'create_time', type: 'int8', of: ({ after }) => after.createTime },
  { name: 'update_time', type: 'int8', of: ({ after }) => after.updateTime },
  { name: 'end_time', type: 'int8', of: ({ after }) => after.endTime },
  { name: 'last_retried_time', type: 'int8', of: ({ after }) => after.lastRetriedTime },
  { name: 'reason', type: 'text', of: ({ after }) => textOf(after.reasonForIncompletion) },
  { name: 'failed_refs', type: 'text', cast: 'text[]', of: ({ after }) => textArrayOf(after.failedReferenceTaskNames) },
  { name: 'failed_names', type: 'text', cast: 'text[]', of: ({ after }) => textArrayOf(after.failedTaskNames) },
  { name: 'failed_task_id', type: 'uuid', of: ({ after }) => after.failedTaskId },
  { name: 'secret_names', type: 'text', of: ({ after }) => after.secretNames?.join() ?? null },
  { name: 'task_count', type: 'int4', of: ({ taskCount }) => taskCount },
  { name: 'wake_at', type: 'int8', of: ({ wakeAt }) => wakeAt },
  { name: 'payload_bytes', type: 'int8', of: ({ storedBytes }) => Math.max(0, storedBytes) },
]

const ID: ExecutionColumn = { name: 'id', type: 'uuid', of: ({ after }) => after.workflowId }

/** Variables may be large and change rarely: null keeps what is there. */
const VARIABLES: ExecutionColumn = {
  name: 'variables',
  type: 'json',
  of: ({ before, after }) => (before?.variables === after.variables ? null : jsonOf(after.variables)),
}

/** Written for an execution that runs again. Else its place is the database's business: null keeps what is there. */
const GATE: ExecutionColumn = {
  name: 'gate',
  type: 'json',
  of: ({ before, after }) => (before?.gate === after.gate ? null : jsonOf(after.gate ?? {})),
}

const STATE: ExecutionColumn = {
  name: 'state',
  type: 'json',
  of: ({ before, after }) => (before?.state === after.state ? null : jsonOf(after.state ?? {})),
}

export const CHANGED_EXECUTION: readonly ExecutionColumn[] = [ID, ...CHANGING, VARIABLES, GATE, STATE]

export const NEW_EXECUTION: readonly ExecutionColumn[] = [
  ID,
  ...CHANGING,
  { name: 'namespace_id', type: 'int4', of: ({ namespaceId }) => namespaceId },
  { name: 'name', type: 'text', of: ({ after }) => after.workflowName },
  { name: 'priority', type: 'int2', of: ({ after }) => after.priority },
  { name: 'task_to_domain', type: 'json', of: ({ after }) => jsonOf(after.taskToDomain) },
  { name: 'variables', type: 'json', of: ({ after }) => jsonOf(after.variables) },
  { name: 'parent_id', type: 'uuid', of: ({ after }) => after.parentWorkflowId },
  { name: 'parent_task_id', type: 'uuid', of: ({ after }) => after.parentWorkflowTaskId },
  { name: 'rerun_from_id', type: 'uuid', of: ({ after }) => after.reRunFromWorkflowId },
  { name: 'created_by', type: 'text', of: ({ after }) => textOf(after.createdBy) },
  { name: 'event', type: 'text', of: ({ after }) => textOf(after.event) },
  { name: 'idempotency_key', type: 'text', of: ({ after }) => textOf(after.idempotencyKey) },
  { name: 'depth', type: 'int2', of: ({ after }) => after.depth },
  { name: 'gate_key', type: 'text', of: ({ after }) => textOf(after.gate?.key ?? null) },
  { name: 'gate_limit', type: 'int4', of: ({ after }) => after.gate?.limit ?? null },
  { name: 'gate_waiting', type: 'bool', of: ({ after }) => after.gate?.waiting ?? null },
  { name: 'state', type: 'json', of: ({ after }) => jsonOf(after.state ?? null) },
  { name: 'root_id', type: 'uuid', of: ({ after }) => after.rootWorkflowId },
]
