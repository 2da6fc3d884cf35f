import type { Tag } from '@/server/model/tag'
import type { Tenant } from '@/server/platform/tenant'

/** Everything but the value. */
export interface SecretView {
  readonly name: string
  readonly tags: readonly Tag[]
  readonly updatedBy: string
  readonly updatedAt: number
}

const LIST = `
  select name, tags, updated_by as "updatedBy", (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"
  from secrets where namespace_id = $1 and ($2::text is null or name = $2) order by name`

export function listSecrets(tenant: Tenant): Promise<readonly SecretView[]> {
  return tenant.rows<SecretView>(LIST, [null])
}

export async function findSecret(tenant: Tenant, name: string): Promise<SecretView | null> {
  return (await tenant.rows<SecretView>(LIST, [name]))[0] ?? null
}
