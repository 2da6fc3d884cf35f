import { AppError } from '@/server/model/errors'
import type { SchemaDef } from '@/server/model/schema-def'
import type { Tenant } from '@/server/platform/tenant'

export interface StoredSchema extends SchemaDef {
  readonly createTime: number
  readonly updateTime: number
  readonly createdBy: string
  readonly updatedBy: string
}

const LIST = `
  select name, version, type, data, external_ref as "externalRef", created_by as "createdBy", updated_by as "updatedBy",
    (extract(epoch from created_at) * 1000)::bigint as "createTime",
    (extract(epoch from updated_at) * 1000)::bigint as "updateTime"
  from schemas
  where namespace_id = $1 and ($2::text is null or name = $2) and ($3::int is null or version = $3)
  order by name, version desc`

export function listSchemas(tenant: Tenant): Promise<readonly StoredSchema[]> {
  return tenant.rows<StoredSchema>(LIST, [null, null])
}

/** `version` null: the latest. */
export async function getSchema(tenant: Tenant, name: string, version: number | null): Promise<StoredSchema> {
  const [schema] = await tenant.rows<StoredSchema>(LIST, [name, version])
  if (schema) return schema
  throw new AppError('NOT_FOUND', `No such schema: ${name}${version === null ? '' : ` version: ${version}`}`)
}
