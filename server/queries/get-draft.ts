import type { Draft } from '@/server/model/draft'
import type { Tenant } from '@/server/platform/tenant'

export type DraftKey = { readonly id: string } | { readonly name: string; readonly version: number }

const COLUMNS = `id, name, version, base_updated_at as "baseUpdatedAt", text, revision,
  (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"`

/** A draft belongs to one person: nobody else reads it. */
export async function getDraft(tenant: Tenant, userId: string, key: DraftKey): Promise<Draft | null> {
  const [row] =
    'id' in key
      ? await tenant.rows<Draft>(
          `select ${COLUMNS} from workflow_drafts where namespace_id = $1 and user_id = $2 and id = $3`,
          [userId, key.id],
        )
      : await tenant.rows<Draft>(
          `select ${COLUMNS} from workflow_drafts
           where namespace_id = $1 and user_id = $2 and name = $3 and version = $4`,
          [userId, key.name, key.version],
        )
  return row ?? null
}
