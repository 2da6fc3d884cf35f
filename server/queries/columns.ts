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
  e.revision`

export const EXECUTION_COLUMNS = `
  ${EXECUTION_HEADER_COLUMNS}, e.variables, e.task_to_domain as "taskToDomain"`

export const TASK_HEADER_COLUMNS = `
  t.id as "taskId", t.execution_id as "workflowInstanceId", t.ref as "referenceTaskName", t.type as "taskType",
  t.def_name as "taskDefName", t.status, t.seq, t.retry_count as "retryCount", t.retried_task_id as "retriedTaskId",
  t.retried, t.executed, t.poll_count as "pollCount", t.scheduled_time as "scheduledTime",
  t.first_scheduled_time as "firstScheduledTime", t.start_time as "startTime", t.end_time as "endTime",
  t.update_time as "updateTime", t.start_delay_seconds as "startDelayInSeconds",
  t.callback_after_seconds as "callbackAfterSeconds", t.callback_after_ms as "callbackAfterMs",
  t.response_timeout_seconds as "responseTimeoutSeconds", t.worker_id as "workerId", t.domain, t.iteration,
  t.loop_over as "loopOverTask", t.sub_workflow_id as "subWorkflowId", t.subworkflow_changed as "subworkflowChanged",
  t.reason as "reasonForIncompletion", t.wait_timeout as "waitTimeout",
  t.performer, t.deliver_at as "deliverAt", t.lease_until as "leaseUntil"`

export const TASK_COLUMNS = `
  ${TASK_HEADER_COLUMNS}, t.workflow_task as "workflowTask", t.state`

/** A task with its payloads. */
export const TASK_WITH_DATA = `
  ${TASK_COLUMNS}, coalesce(ti.data, '{}') as "inputData", coalesce(tos.data, '{}') as "outputData"`

export const TASK_DATA_JOINS = `
  left join task_inputs ti on ti.id = t.id
  left join task_outputs tos on tos.id = t.id`
