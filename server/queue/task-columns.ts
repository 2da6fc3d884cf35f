import { TASK_HEADER_COLUMNS } from '@/server/platform/task-header-columns'

/**
 * A row of `tasks` (as `t`) with its payloads, which are looked up row by row: a join would be planned as a scan of the
 * whole table whenever the number of rows is a guess.
 */
export const TASK_COLUMNS = `
  ${TASK_HEADER_COLUMNS}, t.workflow_task as "workflowTask", t.state,
  string_to_array(t.secret_names, ',') as "secretNames",
  coalesce((select data from task_inputs where id = t.id), '{}') as "inputData",
  coalesce((select data from task_outputs where id = t.id), '{}') as "outputData"`
