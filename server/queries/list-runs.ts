import type { RunPage, RunRow } from '@/server/model/run-view'
import type { Tenant } from '@/server/platform/tenant'
import { type RunFilter, runCondition } from './run-filter'

export interface RunPageRequest {
  readonly offset: number
  readonly size: number
  readonly sort: 'created' | 'duration'
  readonly descending: boolean
}

const ORDER: Readonly<Record<RunPageRequest['sort'], string>> = {
  created: 'e.create_time',
  duration: '(case when e.end_time > 0 then e.end_time - e.create_time end)',
}

const OPEN_TASKS = `(
  select coalesce(json_agg(open), '[]') from (
    select t.ref as "referenceTaskName", t.type as "taskType", t.def_name as "taskDefName", t.status,
      t.worker_id as "workerId"
    from tasks t
    where t.execution_id = e.id and t.status in ('SCHEDULED', 'IN_PROGRESS') and t.type not in ('JOIN', 'DO_WHILE')
    order by t.seq limit 3) open)`

const DONE_COUNT = `(
  select count(*)::int from tasks t
  where t.execution_id = e.id and not t.retried and t.status in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'SKIPPED'))`

/** One page of the list of executions; open tasks are looked up only for the runs that can have some. */
export async function listRuns(tenant: Tenant, filter: RunFilter, page: RunPageRequest): Promise<RunPage> {
  const { sql, bindings } = runCondition(filter)
  const [total] = await tenant.rows<{ total: number }>(
    `select count(*)::int as total from executions e where ${sql}`,
    bindings.values,
  )
  const direction = page.descending ? 'desc' : 'asc'
  const limit = `limit ${bindings.bind(page.size)}::int offset ${bindings.bind(page.offset)}::int`
  const rows = await tenant.rows<{ run: RunRow }>(
    `select (select row_to_json(run) from (
        select e.id as "workflowId", e.name as "workflowName", e.version as "workflowVersion", e.status,
          e.correlation_id as "correlationId", e.create_time as "createTime", e.end_time as "endTime",
          e.reason as "reasonForIncompletion", e.failed_refs as "failedReferenceTaskNames",
          e.task_count as "taskCount", e.parent_id as "parentWorkflowId", e.created_by as "createdBy",
          coalesce(e.gate_waiting and e.status = 'RUNNING', false) as "waitsAtGate",
          case when e.end_time > 0 then e.task_count else ${DONE_COUNT} end as "doneCount",
          case when e.end_time > 0 then '[]' else ${OPEN_TASKS} end as open
      ) run) as run
    from (
      select * from executions e where ${sql}
      order by ${ORDER[page.sort]} ${direction} nulls last, e.id ${limit}
    ) e
    order by ${ORDER[page.sort]} ${direction} nulls last, e.id`,
    bindings.values,
  )
  return { rows: rows.map((row) => row.run), total: total?.total ?? 0 }
}
