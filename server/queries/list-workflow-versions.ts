import type { Tenant } from '@/server/platform/tenant'

export interface WorkflowVersion {
  readonly name: string
  readonly version: number
  readonly createTime: number
  readonly updateTime: number
}

/** Names and versions without bodies; `name` null: of every definition. */
export async function listWorkflowVersions(tenant: Tenant, name: string | null): Promise<readonly WorkflowVersion[]> {
  return tenant.rows<WorkflowVersion>(
    `select name, version, (extract(epoch from created_at) * 1000)::bigint as "createTime",
       (extract(epoch from updated_at) * 1000)::bigint as "updateTime"
     from workflow_definitions where namespace_id = $1 and ($2::text is null or name = $2) order by name, version`,
    [name],
  )
}
