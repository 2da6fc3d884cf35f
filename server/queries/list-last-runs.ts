import type { WorkflowStatus } from '@/server/model/status'
import type { Tenant } from '@/server/platform/tenant'

export interface LastRun {
  readonly name: string
  readonly workflowId: string
  readonly status: WorkflowStatus
  readonly createTime: number
}

/** The newest run of every registered workflow: one index probe for each name. */
export function listLastRuns(tenant: Tenant): Promise<readonly LastRun[]> {
  return tenant.rows<LastRun>(
    `select d.name, r.id as "workflowId", r.status, r.create_time::float8 as "createTime"
    from (select distinct name from workflow_definitions where namespace_id = $1) d
    cross join lateral (
      select e.id, e.status, e.create_time from executions e
      where e.namespace_id = $1 and e.name = d.name order by e.create_time desc limit 1) r`,
    [],
  )
}
