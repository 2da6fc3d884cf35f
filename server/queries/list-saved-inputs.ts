import type { SavedInput } from '@/server/model/draft'
import type { Tenant } from '@/server/platform/tenant'

export async function listSavedInputs(tenant: Tenant, workflow: string): Promise<readonly SavedInput[]> {
  return tenant.rows<SavedInput>(
    `select name, input, updated_by as "updatedBy", (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"
     from saved_inputs where namespace_id = $1 and workflow = $2 order by name`,
    [workflow],
  )
}
