import type { LastRun } from '@/server/model/last-run'
import { maskOf } from '@/server/model/mask'
import type { Tenant } from '@/server/platform/tenant'
import { loadSnapshot } from './snapshots'

/** A run of ten thousand forked tasks has rows that no definition names. */
const MOST_ROWS = 2_000

const LAST_RUN = `
  select e.id as "workflowId", e.version as "workflowVersion", e.status, e.correlation_id as "correlationId",
    e.create_time::float8 as "createTime", e.variables, e.snapshot,
    coalesce(i.data, '{}') as input, coalesce(o.data, '{}') as output,
    coalesce((
      select json_agg(row_to_json(r)) from (
        select distinct on (reference) * from (
          select split_part(t.ref, '__', 1) as reference, t.id as "taskId", t.type as "taskType", t.status,
            t.retry_count as "retryCount", t.iteration, t.scheduled_time as "scheduledTime",
            t.start_time as "startTime", t.end_time as "endTime", t.seq
          from tasks t where t.execution_id = e.id and t.workflow_task is null
          order by t.seq desc limit ${MOST_ROWS}) newest
        order by reference, seq desc) r), '[]') as rows
  from (
    select * from executions
    where namespace_id = $1 and name = $2
    order by create_time desc limit 1) e
  left join execution_inputs i on i.id = e.id
  left join execution_outputs o on o.id = e.id`

export async function getLastRun(tenant: Tenant, name: string): Promise<LastRun | null> {
  const [row] = await tenant.rows<LastRun & { readonly snapshot: string }>(LAST_RUN, [name])
  if (!row) return null
  const { snapshot, ...run } = row
  const mask = maskOf((await loadSnapshot(tenant, snapshot)).definition)
  return { ...run, input: mask(run.input), output: mask(run.output), variables: mask(run.variables) }
}
