import type { RunListLook } from '@/server/model/run-list'
import type { Tenant } from '@/server/platform/tenant'

/** The views that a person has kept and the columns they chose. */
export async function getRunListLook(tenant: Tenant, userId: string): Promise<RunListLook> {
  const [views, chosen] = await Promise.all([
    tenant.rows<RunListLook['views'][number]>(
      'select name, query from run_views where namespace_id = $1 and user_id = $2 order by lower(name), name',
      [userId],
    ),
    tenant.rows<{ columns: string[] }>('select columns from run_columns where namespace_id = $1 and user_id = $2', [
      userId,
    ]),
  ])
  return { views, columns: chosen[0]?.columns ?? null }
}
