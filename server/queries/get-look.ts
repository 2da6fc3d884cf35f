import type { StoredLook } from '@/server/model/graph-look'
import type { Tenant } from '@/server/platform/tenant'

/** A workflow that somebody sees for the first time runs the way that they chose last. */
export async function getLook(tenant: Tenant, userId: string, workflow: string): Promise<StoredLook> {
  const [row] = await tenant.rows<StoredLook>(
    `select direction, case when workflow = $3 then folded end as folded from graph_looks
     where namespace_id = $1 and user_id = $2 order by workflow = $3 desc, updated_at desc limit 1`,
    [userId, workflow],
  )
  return row ?? { direction: 'down', folded: null }
}
