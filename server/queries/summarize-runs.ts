import type { RunBucket, RunSummary } from '@/server/model/run-view'
import type { WorkflowStatus } from '@/server/model/status'
import type { Tenant } from '@/server/platform/tenant'
import { type RunFilter, runCondition } from './run-filter'

const BUCKETS = 44

interface GroupRow {
  readonly status: WorkflowStatus
  readonly bucket: number
  readonly amount: number
  readonly from: number
  readonly to: number
}

/** How many runs in each status and each slice of time: the numbers and the strip above the list. */
export async function summarizeRuns(tenant: Tenant, filter: RunFilter): Promise<RunSummary> {
  const { sql, bindings } = runCondition({ ...filter, statuses: undefined })
  const from = bindings.bind(filter.from ?? null)
  const to = bindings.bind(filter.to ?? null)
  const groups = await tenant.rows<GroupRow>(
    `with found as (select e.status, e.create_time from executions e where ${sql}),
      range as (
        select coalesce(${from}::bigint, min(create_time)) as low,
          coalesce(${to}::bigint, (extract(epoch from clock_timestamp()) * 1000)::bigint) + 1 as high
        from found)
    select status, least(${BUCKETS} - 1, ((create_time - low) * ${BUCKETS} / greatest(1, high - low)))::int as bucket,
      count(*)::int as amount, low::float8 as from, high::float8 as to
    from found, range group by 1, 2, 4, 5`,
    bindings.values,
  )
  return toSummary(groups)
}

function toSummary(groups: readonly GroupRow[]): RunSummary {
  const { from = 0, to = 0 } = groups[0] ?? {}
  const counts: Partial<Record<WorkflowStatus, number>> = {}
  for (const { status, amount } of groups) counts[status] = (counts[status] ?? 0) + amount
  const buckets = Array.from({ length: groups.length > 0 ? BUCKETS : 0 }, (_, at): RunBucket => {
    const here = groups.filter((group) => group.bucket === at)
    const failed = here.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT')
    return { from: from + ((to - from) * at) / BUCKETS, total: sum(here), failed: sum(failed) }
  })
  return { counts, from, to, buckets }
}

function sum(groups: readonly GroupRow[]): number {
  return groups.reduce((total, group) => total + group.amount, 0)
}
