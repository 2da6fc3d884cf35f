import type { Note } from '@/server/model/draft'
import type { Tenant } from '@/server/platform/tenant'

export async function listNotes(tenant: Tenant, subject: string): Promise<readonly Note[]> {
  return tenant.rows<Note>(
    `select id, ref, text, x, y, updated_by as "updatedBy",
       (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"
     from workflow_notes where namespace_id = $1 and subject = $2 order by updated_at, id`,
    [subject],
  )
}
