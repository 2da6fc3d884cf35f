import type { Quotas } from '@/server/model/limits'
import type { Tenant } from '@/server/platform/tenant'

/** What is in use now of the quotas that are a stock or a month's sum; the others are rates. */
export type Usage = Readonly<
  Pick<
    Record<keyof Quotas, number>,
    | 'definitions'
    | 'taskDefinitions'
    | 'openWorkflows'
    | 'runsPerMonth'
    | 'accessKeys'
    | 'integrations'
    | 'eventHandlers'
  >
>

export async function getUsage(tenant: Tenant): Promise<Usage> {
  const [usage] = await tenant.rows<Usage>(
    `select
       (select count(distinct name)::int from workflow_definitions where namespace_id = $1) as definitions,
       (select count(*)::int from task_definitions where namespace_id = $1) as "taskDefinitions",
       (select count(*)::int from executions where namespace_id = $1 and status in ('RUNNING', 'PAUSED')) as "openWorkflows",
       coalesce((select amount::int from usage_counters where namespace_id = $1 and kind = 'runsPerMonth'
          and period = to_char(now() at time zone 'utc', 'YYYY-MM')), 0) as "runsPerMonth",
       (select count(*)::int from credentials where namespace_id = $1 and revoked_at is null) as "accessKeys",
       (select count(*)::int from integrations where namespace_id = $1) as integrations,
       (select count(*)::int from event_handlers where namespace_id = $1) as "eventHandlers"`,
  )
  return usage ?? NOTHING
}

const NOTHING: Usage = {
  definitions: 0,
  taskDefinitions: 0,
  openWorkflows: 0,
  runsPerMonth: 0,
  accessKeys: 0,
  integrations: 0,
  eventHandlers: 0,
}
