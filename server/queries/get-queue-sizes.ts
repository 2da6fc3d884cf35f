import type { Tenant } from '@/server/platform/tenant'

/** Each half has an index of its own: work whose definition has limits is kept apart. */
const WAITING = `
  select queue, type from tasks
  where namespace_id = $1 and status = 'SCHEDULED' and performer = 'worker' and limits is null
  union all
  select queue, type from tasks
  where namespace_id = $1 and status = 'SCHEDULED' and limits is not null and queue is not null`

/** Worker tasks that wait, by the name of their queue. `queues` null: every queue that is not empty. */
export async function getQueueSizes(
  tenant: Tenant,
  queues: readonly string[] | null,
): Promise<Readonly<Record<string, number>>> {
  const rows = await tenant.rows<{ name: string; size: number }>(
    `select queue as name, count(*)::int as size from (${WAITING}) w
     where $2::text[] is null or queue = any($2) group by 1`,
    [queues],
  )
  const sizes = new Map<string, number>((queues ?? []).map((queue) => [queue, 0]))
  for (const { name, size } of rows) sizes.set(name, size)
  return Object.fromEntries(sizes)
}

/** Tasks of one type that wait, in whichever of its queues. */
export async function countWaitingTasks(tenant: Tenant, taskType: string): Promise<number> {
  const [row] = await tenant.rows<{ size: number }>(
    `select count(*)::int as size from (${WAITING}) w where type = $2`,
    [taskType],
  )
  return row?.size ?? 0
}
