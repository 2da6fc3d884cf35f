import { TASK_HEADER_COLUMNS } from '@/server/platform/task-header-columns'

/** A task for the screens: no payloads, none of the operators' notes, but what HTTP and SWITCH came to. */
export const RUN_TASK_COLUMNS = `
  ${TASK_HEADER_COLUMNS}, t.workflow_task is not null as dynamic,
  case t.type
    when 'HTTP' then (select o.data #>> '{response,statusCode}' from task_outputs o where o.id = t.id)
    when 'SWITCH' then (select o.data ->> 'selectedCase' from task_outputs o where o.id = t.id)
  end as note`

export const DATABASE_NOW = `(extract(epoch from clock_timestamp()) * 1000)::float8`
