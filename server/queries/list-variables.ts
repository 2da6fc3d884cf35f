import type { Tag } from '@/server/model/tag'
import type { Tenant } from '@/server/platform/tenant'

/** A variable of `${workflow.env.NAME}` that the namespace keeps. */
export interface VariableView {
  readonly name: string
  readonly value: string
  readonly tags: readonly Tag[]
  readonly updatedBy: string
  readonly updatedAt: number
}

const LIST = `
  select name, value, tags, updated_by as "updatedBy", (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"
  from environment_variables where namespace_id = $1 and ($2::text is null or name = $2) order by name`

export function listVariables(tenant: Tenant): Promise<readonly VariableView[]> {
  return tenant.rows<VariableView>(LIST, [null])
}

export async function findVariable(tenant: Tenant, name: string): Promise<VariableView | null> {
  return (await tenant.rows<VariableView>(LIST, [name]))[0] ?? null
}
