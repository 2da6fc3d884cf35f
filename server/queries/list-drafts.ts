import type { DraftLine } from '@/server/model/draft'
import type { Tenant } from '@/server/platform/tenant'

const FIRST_NAME = `substring(text from '"name"\\s*:\\s*"([^"]{1,200})"')`

/** A person's drafts without their text, newest first; `name` null: of every definition and of none. */
export async function listDrafts(tenant: Tenant, userId: string, name: string | null): Promise<readonly DraftLine[]> {
  return tenant.rows<DraftLine>(
    `select id, name, version, coalesce(name, ${FIRST_NAME}) as title,
       (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"
     from workflow_drafts where namespace_id = $1 and user_id = $2 and ($3::text is null or name = $3)
     order by updated_at desc`,
    [userId, name],
  )
}
