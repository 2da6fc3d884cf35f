import { isUuid } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { maskOf } from '@/server/model/mask'
import type { WorkflowStatus } from '@/server/model/status'
import type { Tenant } from '@/server/platform/tenant'
import { unknownWorkflow } from './get-workflow'
import { loadSnapshot } from './snapshots'

export interface WorkflowStatusRow {
  readonly workflowId: string
  readonly correlationId: string | null
  readonly status: WorkflowStatus
  readonly output: JsonObject
  readonly variables: JsonObject
}

export async function getWorkflowStatus(tenant: Tenant, workflowId: string): Promise<WorkflowStatusRow> {
  const [row] = isUuid(workflowId)
    ? await tenant.rows<WorkflowStatusRow & { readonly snapshot: string }>(
        `select e.id as "workflowId", e.correlation_id as "correlationId", e.status, e.variables, e.snapshot,
           coalesce(o.data, '{}') as output
         from executions e left join execution_outputs o on o.id = e.id
         where e.namespace_id = $1 and e.id = $2`,
        [workflowId],
      )
    : []
  if (!row) throw unknownWorkflow(workflowId)
  const { snapshot, ...status } = row
  const mask = maskOf((await loadSnapshot(tenant, snapshot)).definition)
  return { ...status, output: mask(row.output), variables: mask(row.variables) }
}
