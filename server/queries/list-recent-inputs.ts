import type { RecentInput } from '@/server/model/catalog'
import { maskOf } from '@/server/model/mask'
import type { Tenant } from '@/server/platform/tenant'
import { loadSnapshot } from './snapshots'

const LOOK_BACK = 20
const SHOWN = 5

/** The last different inputs a workflow was started with by a person or a client (not by a parent). */
export async function listRecentInputs(tenant: Tenant, name: string): Promise<readonly RecentInput[]> {
  const rows = await tenant.rows<RecentInput & { readonly snapshot: string }>(
    `select e.id as "workflowId", e.create_time::float8 as "createTime", i.data as input, e.snapshot
    from (
      select id, create_time, snapshot from executions
      where namespace_id = $1 and name = $2 and parent_id is null
      order by create_time desc limit ${LOOK_BACK}) e
    join execution_inputs i on i.id = e.id
    order by e.create_time desc`,
    [name],
  )
  const shown = await Promise.all(rows.map((row) => masked(tenant, row)))
  const distinct = new Map(shown.toReversed().map((row) => [JSON.stringify(row.input), row]))
  return [...distinct.values()].toReversed().slice(0, SHOWN)
}

async function masked(
  tenant: Tenant,
  { snapshot, ...recent }: RecentInput & { readonly snapshot: string },
): Promise<RecentInput> {
  const { definition } = await loadSnapshot(tenant, snapshot)
  return { ...recent, input: maskOf(definition)(recent.input) }
}
