import { TASK_HEADER_COLUMNS } from '@/server/platform/task-header-columns'

/**
 * The engine's rows under the names of the vocabulary, for `row_to_json`: PostgreSQL then hands payloads over
 * as they are stored, and a header and its tasks come from one snapshot of the database.
 */
export const EXECUTION_HEADER_COLUMNS = `
  e.id as "workflowId", e.name as "workflowName", e.version as "workflowVersion", e.status,
  e.previous_status as "previousStatus", e.correlation_id as "correlationId", e.priority,
  e.create_time as "createTime", e.update_time as "updateTime", e.end_time as "endTime",
  e.last_retried_time as "lastRetriedTime", e.reason as "reasonForIncompletion",
  e.failed_refs as "failedReferenceTaskNames", e.failed_names as "failedTaskNames",
  e.failed_task_id as "failedTaskId", e.parent_id as "parentWorkflowId", e.parent_task_id as "parentWorkflowTaskId",
  e.rerun_from_id as "reRunFromWorkflowId", e.created_by as "createdBy", e.event,
  e.idempotency_key as "idempotencyKey", e.depth, e.root_id as "rootWorkflowId",
  e.revision,
  case when e.gate_key is not null
    then json_build_object('key', e.gate_key, 'limit', e.gate_limit, 'waiting', e.gate_waiting) end as gate`

export const EXECUTION_COLUMNS = `
  ${EXECUTION_HEADER_COLUMNS}, e.variables, e.task_to_domain as "taskToDomain"`

/** A task with its payloads. */
export const TASK_WITH_DATA = `
  ${TASK_HEADER_COLUMNS}, t.workflow_task as "workflowTask", t.state,
  coalesce(ti.data, '{}') as "inputData", coalesce(tos.data, '{}') as "outputData"`

export const TASK_DATA_JOINS = `
  left join task_inputs ti on ti.id = t.id
  left join task_outputs tos on tos.id = t.id`
