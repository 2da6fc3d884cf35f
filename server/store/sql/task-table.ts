import type { Task } from '@/server/model/execution'
import type { NamespaceId } from '@/server/model/ids'
import type { TaskLimits } from '@/server/model/task-limits'
import { type Column, jsonOf, textOf } from './columns'

export interface NewTaskRow {
  readonly task: Task
  readonly namespaceId: NamespaceId
  readonly priority: number
  /** What a worker polls for; null for work of the server. */
  readonly queue: string | null
  readonly limits: TaskLimits | null
}

export const NEW_TASK: readonly Column<NewTaskRow>[] = [
  { name: 'id', type: 'uuid', of: ({ task }) => task.taskId },
  { name: 'execution_id', type: 'uuid', of: ({ task }) => task.workflowInstanceId },
  { name: 'namespace_id', type: 'int4', of: ({ namespaceId }) => namespaceId },
  { name: 'seq', type: 'int4', of: ({ task }) => task.seq },
  { name: 'ref', type: 'text', of: ({ task }) => task.referenceTaskName },
  { name: 'type', type: 'text', of: ({ task }) => textOf(task.taskType) },
  { name: 'def_name', type: 'text', of: ({ task }) => textOf(task.taskDefName) },
  { name: 'status', type: 'text', of: ({ task }) => task.status },
  { name: 'performer', type: 'text', of: ({ task }) => task.performer },
  { name: 'queue', type: 'text', of: ({ queue }) => textOf(queue) },
  { name: 'domain', type: 'text', of: ({ task }) => task.domain },
  { name: 'priority', type: 'int2', of: ({ priority }) => priority },
  { name: 'deliver_at', type: 'int8', of: ({ task }) => task.deliverAt },
  { name: 'lease_until', type: 'int8', of: ({ task }) => task.leaseUntil },
  { name: 'worker_id', type: 'text', of: ({ task }) => textOf(task.workerId) },
  { name: 'poll_count', type: 'int4', of: ({ task }) => task.pollCount },
  { name: 'start_time', type: 'int8', of: ({ task }) => task.startTime },
  { name: 'update_time', type: 'int8', of: ({ task }) => task.updateTime },
  { name: 'scheduled_time', type: 'int8', of: ({ task }) => task.scheduledTime },
  { name: 'first_scheduled_time', type: 'int8', of: ({ task }) => task.firstScheduledTime },
  { name: 'end_time', type: 'int8', of: ({ task }) => task.endTime },
  { name: 'retry_count', type: 'int4', of: ({ task }) => task.retryCount },
  { name: 'retried_task_id', type: 'uuid', of: ({ task }) => task.retriedTaskId },
  { name: 'retried', type: 'bool', of: ({ task }) => task.retried },
  { name: 'executed', type: 'bool', of: ({ task }) => task.executed },
  { name: 'start_delay_seconds', type: 'int4', of: ({ task }) => task.startDelayInSeconds },
  { name: 'callback_after_seconds', type: 'int8', of: ({ task }) => task.callbackAfterSeconds },
  { name: 'callback_after_ms', type: 'int8', of: ({ task }) => task.callbackAfterMs },
  { name: 'response_timeout_seconds', type: 'int8', of: ({ task }) => task.responseTimeoutSeconds },
  { name: 'iteration', type: 'int4', of: ({ task }) => task.iteration },
  { name: 'loop_over', type: 'bool', of: ({ task }) => task.loopOverTask },
  { name: 'sub_workflow_id', type: 'uuid', of: ({ task }) => task.subWorkflowId },
  { name: 'subworkflow_changed', type: 'bool', of: ({ task }) => task.subworkflowChanged },
  { name: 'reason', type: 'text', of: ({ task }) => textOf(task.reasonForIncompletion) },
  { name: 'wait_timeout', type: 'int8', of: ({ task }) => task.waitTimeout },
  { name: 'workflow_task', type: 'json', of: ({ task }) => (task.dynamic ? jsonOf(task.workflowTask) : null) },
  { name: 'state', type: 'json', of: ({ task }) => jsonOf(task.state) },
  { name: 'secret_names', type: 'text', of: ({ task }) => task.secretNames?.join() ?? null },
  { name: 'limits', type: 'json', of: ({ limits }) => jsonOf(limits) },
]

/** `before` is the row as this batch found it. */
export interface ChangedTaskRow {
  readonly before: Task
  readonly after: Task
}

/** Null where the decision changed nothing: the statement then keeps what is there, which a poll may have written. */
function ifChanged<Field extends keyof Task>(field: Field, encode: (value: Task[Field]) => unknown = (value) => value) {
  return ({ before, after }: ChangedTaskRow): unknown => (before[field] === after[field] ? null : encode(after[field]))
}

/** The order is the order of the arrays; `kept` columns keep the row's value when they are null. */
export const CHANGED_TASK: readonly (Column<ChangedTaskRow> & { readonly set: 'value' | 'kept' | 'kept-or-empty' })[] =
  [
    { name: 'status', type: 'text', set: 'kept', of: ifChanged('status') },
    { name: 'deliver_at', type: 'int8', set: 'value', of: ({ after }) => after.deliverAt },
    { name: 'lease_until', type: 'int8', set: 'kept', of: ifChanged('leaseUntil') },
    { name: 'worker_id', type: 'text', set: 'kept-or-empty', of: ifChanged('workerId', (id) => textOf(id) ?? '') },
    { name: 'poll_count', type: 'int4', set: 'kept', of: ifChanged('pollCount') },
    { name: 'start_time', type: 'int8', set: 'kept', of: ifChanged('startTime') },
    { name: 'update_time', type: 'int8', set: 'kept', of: ifChanged('updateTime') },
    { name: 'callback_after_seconds', type: 'int8', set: 'kept', of: ifChanged('callbackAfterSeconds') },
    { name: 'callback_after_ms', type: 'int8', set: 'value', of: ({ after }) => after.callbackAfterMs },
    { name: 'scheduled_time', type: 'int8', set: 'value', of: ({ after }) => after.scheduledTime },
    { name: 'end_time', type: 'int8', set: 'value', of: ({ after }) => after.endTime },
    { name: 'seq', type: 'int4', set: 'value', of: ({ after }) => after.seq },
    { name: 'retry_count', type: 'int4', set: 'value', of: ({ after }) => after.retryCount },
    { name: 'retried', type: 'bool', set: 'value', of: ({ after }) => after.retried },
    { name: 'executed', type: 'bool', set: 'value', of: ({ after }) => after.executed },
    { name: 'start_delay_seconds', type: 'int4', set: 'value', of: ({ after }) => after.startDelayInSeconds },
    { name: 'response_timeout_seconds', type: 'int8', set: 'value', of: ({ after }) => after.responseTimeoutSeconds },
    { name: 'iteration', type: 'int4', set: 'value', of: ({ after }) => after.iteration },
    { name: 'sub_workflow_id', type: 'uuid', set: 'value', of: ({ after }) => after.subWorkflowId },
    { name: 'subworkflow_changed', type: 'bool', set: 'value', of: ({ after }) => after.subworkflowChanged },
    { name: 'reason', type: 'text', set: 'value', of: ({ after }) => textOf(after.reasonForIncompletion) },
    { name: 'wait_timeout', type: 'int8', set: 'value', of: ({ after }) => after.waitTimeout },
    { name: 'secret_names', type: 'text', set: 'value', of: ({ after }) => after.secretNames?.join() ?? null },
    {
      name: 'workflow_task',
      type: 'json',
      set: 'kept',
      of: ({ before, after }) => (before.dynamic === after.dynamic ? null : jsonOf(after.workflowTask)),
    },
    { name: 'state', type: 'json', set: 'kept', of: ifChanged('state', (state) => JSON.stringify(state)) },
  ]
