import type { Client } from 'pg'
import type { Workflow } from '@/server/model/execution'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

const LOAD_EXECUTIONS = {
  name: 'load-executions',
  text: `
    select e.id as "workflowId", e.namespace_id as "namespaceId", e.revision, e.name as "workflowName",
      e.version as "workflowVersion", e.snapshot, e.status, e.previous_status as "previousStatus",
      e.correlation_id as "correlationId", e.priority, e.task_to_domain as "taskToDomain", e.variables,
      e.create_time as "createTime", e.update_time as "updateTime", e.end_time as "endTime",
      e.last_retried_time as "lastRetriedTime", e.reason as "reasonForIncompletion",
      e.failed_refs as "failedReferenceTaskNames", e.failed_names as "failedTaskNames",
      e.failed_task_id as "failedTaskId", e.parent_id as "parentWorkflowId",
      e.parent_task_id as "parentWorkflowTaskId", e.rerun_from_id as "reRunFromWorkflowId",
      e.created_by as "createdBy", e.event, e.idempotency_key as "idempotencyKey", e.depth, e.root_id as "rootWorkflowId",
      e.wake_at as "wakeAt", e.payload_bytes::float8 as "storedBytes",
      case when e.gate_key is not null
        then json_build_object('key', e.gate_key, 'limit', e.gate_limit, 'waiting', e.gate_waiting) end as gate,
      e.state, string_to_array(e.secret_names, ',') as "secretNames",
      coalesce((select data from execution_inputs where id = e.id), '{}') as input,
      coalesce((select data from execution_outputs where id = e.id), '{}') as output
    from executions e
    where e.id = any($1::uuid[])`,
}

export interface ExecutionRow extends Workflow {
  readonly namespaceId: NamespaceId
  readonly snapshot: string
  readonly wakeAt: number | null
  readonly storedBytes: number
}

export function loadExecutions(client: Client, ids: readonly WorkflowId[]): Promise<ExecutionRow[]> {
  return rowsOf(client, LOAD_EXECUTIONS, [ids])
}
