import type { DraftLine } from '@/server/model/draft'
import type { Tenant } from '@/server/platform/tenant'

const FIRST_NAME = `substring(t.text from '"name"\\s*:\\s*"([^"]{1,200})"')`

/**
 * A person's drafts without their text, newest first; `name` null: of every definition and of none. One whose version
 * has been deleted is listed as a new workflow.
 */
export async function listDrafts(tenant: Tenant, userId: string, name: string | null): Promise<readonly DraftLine[]> {
  return tenant.rows<DraftLine>(
    `select t.id, d.name, d.version, coalesce(t.name, ${FIRST_NAME}) as title,
       (extract(epoch from t.updated_at) * 1000)::bigint as "updatedAt"
     from workflow_drafts t
     left join workflow_definitions d on d.namespace_id = $1 and d.name = t.name and d.version = t.version
     where t.namespace_id = $1 and t.user_id = $2 and ($3::text is null or t.name = $3)
     order by t.updated_at desc`,
    [userId, name],
  )
}
