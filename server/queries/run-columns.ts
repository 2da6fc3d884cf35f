/** Headers for the screens: no payloads, none of the operators' notes. */
export const RUN_HEADER_COLUMNS = `
  e.id as "workflowId", e.name as "workflowName", e.version as "workflowVersion", e.status,
  e.previous_status as "previousStatus", e.correlation_id as "correlationId", e.priority,
  e.create_time as "createTime", e.update_time as "updateTime", e.end_time as "endTime",
  e.last_retried_time as "lastRetriedTime", e.reason as "reasonForIncompletion",
  e.failed_refs as "failedReferenceTaskNames", e.failed_names as "failedTaskNames",
  e.failed_task_id as "failedTaskId", e.parent_id as "parentWorkflowId", e.parent_task_id as "parentWorkflowTaskId",
  e.rerun_from_id as "reRunFromWorkflowId", e.created_by as "createdBy", e.event,
  e.idempotency_key as "idempotencyKey", e.depth, e.root_id as "rootWorkflowId",
  e.revision`

export const RUN_TASK_COLUMNS = `
  t.id as "taskId", t.execution_id as "workflowInstanceId", t.ref as "referenceTaskName", t.type as "taskType",
  t.def_name as "taskDefName", t.status, t.seq, t.retry_count as "retryCount", t.retried_task_id as "retriedTaskId",
  t.retried, t.executed, t.poll_count as "pollCount", t.scheduled_time as "scheduledTime",
  t.first_scheduled_time as "firstScheduledTime", t.start_time as "startTime", t.end_time as "endTime",
  t.update_time as "updateTime", t.start_delay_seconds as "startDelayInSeconds",
  t.callback_after_seconds as "callbackAfterSeconds", t.callback_after_ms as "callbackAfterMs",
  t.response_timeout_seconds as "responseTimeoutSeconds", t.worker_id as "workerId", t.domain, t.iteration,
  t.loop_over as "loopOverTask", t.sub_workflow_id as "subWorkflowId", t.subworkflow_changed as "subworkflowChanged",
  t.reason as "reasonForIncompletion", t.wait_timeout as "waitTimeout", t.workflow_task is not null as dynamic,
  t.performer, t.deliver_at as "deliverAt", t.lease_until as "leaseUntil",
  case t.type
    when 'HTTP' then (select o.data #>> '{response,statusCode}' from task_outputs o where o.id = t.id)
    when 'SWITCH' then (select o.data ->> 'selectedCase' from task_outputs o where o.id = t.id)
  end as note`

export const DATABASE_NOW = `(extract(epoch from clock_timestamp()) * 1000)::float8`
