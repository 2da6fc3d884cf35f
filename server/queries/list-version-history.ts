import type { Tenant } from '@/server/platform/tenant'

export interface VersionInHistory {
  readonly version: number
  readonly createTime: number
  readonly updateTime: number
  readonly createdBy: string
  readonly updatedBy: string
}

/** Who published each version and who changed it last, newest first. */
export async function listVersionHistory(tenant: Tenant, name: string): Promise<readonly VersionInHistory[]> {
  return tenant.rows<VersionInHistory>(
    `select version, (extract(epoch from created_at) * 1000)::bigint as "createTime",
       (extract(epoch from updated_at) * 1000)::bigint as "updateTime",
       created_by as "createdBy", updated_by as "updatedBy"
     from workflow_definitions where namespace_id = $1 and name = $2 order by version desc`,
    [name],
  )
}
