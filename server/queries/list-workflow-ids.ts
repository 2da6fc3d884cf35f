import type { Tenant } from '@/server/platform/tenant'

export interface RunningFilter {
  readonly name: string
  /** As in the reference it counts only among those started in a range. */
  readonly version: number
  /** Both or none; epoch milliseconds. */
  readonly startedFrom: number
  readonly startedTo: number
}

export async function listRunningIds(tenant: Tenant, filter: RunningFilter): Promise<readonly string[]> {
  const ranged = filter.startedFrom !== 0 && filter.startedTo !== 0
  const rows = await tenant.rows<{ id: string }>(
    `select id from executions
     where namespace_id = $1 and name = $2 and status in ('RUNNING', 'PAUSED') and (not $4 or (version = $3 and create_time between $5 and $6))
     order by create_time`,
    [filter.name, filter.version, ranged, filter.startedFrom, filter.startedTo],
  )
  return rows.map((row) => row.id)
}

export interface CorrelationFilter {
  readonly names: readonly string[]
  readonly correlationIds: readonly string[]
  readonly includeClosed: boolean
}

export async function listCorrelatedIds(tenant: Tenant, filter: CorrelationFilter): Promise<readonly string[]> {
  const rows = await tenant.rows<{ id: string }>(
    `select id from executions
     where namespace_id = $1 and correlation_id = any($2::text[]) and name = any($3::text[])
       and ($4 or status in ('RUNNING', 'PAUSED'))
     order by create_time`,
    [filter.correlationIds, filter.names, filter.includeClosed],
  )
  return rows.map((row) => row.id)
}
