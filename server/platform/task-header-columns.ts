/** A row of `tasks` (as `t`) without its payloads, under the names of the vocabulary. */
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
