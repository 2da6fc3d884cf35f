import type { Tenant } from '@/server/platform/tenant'

/**
 * Worker tasks that wait, by queue: the task type, or `domain:type` where a domain was asked for.
 * `taskTypes` null: every queue that is not empty.
 */
export async function getQueueSizes(
  tenant: Tenant,
  taskTypes: readonly string[] | null,
): Promise<Readonly<Record<string, number>>> {
  const rows = await tenant.rows<{ name: string; size: number }>(
    `select case when coalesce(domain, '') = '' then type else domain || ':' || type end as name, count(*)::int as size
     from tasks
     where namespace_id = $1 and status = 'SCHEDULED' and performer = 'worker'
       and ($2::text[] is null or type = any($2))
     group by 1`,
    [taskTypes],
  )
  const sizes = new Map<string, number>((taskTypes ?? []).map((type) => [type, 0]))
  for (const { name, size } of rows) sizes.set(name, size)
  return Object.fromEntries(sizes)
}
