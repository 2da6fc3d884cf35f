import { isUuid } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { maskOf } from '@/server/model/mask'
import type { Tenant } from '@/server/platform/tenant'
import { unknownWorkflow } from './get-workflow'
import { loadSnapshot } from './snapshots'

export interface RunData {
  readonly input: JsonObject
  readonly output: JsonObject
  readonly variables: JsonObject
}

const DATA = `
  select coalesce(i.data, '{}') as input, coalesce(o.data, '{}') as output, e.variables, e.snapshot
  from executions e
  left join execution_inputs i on i.id = e.id
  left join execution_outputs o on o.id = e.id
  where e.namespace_id = $1 and e.id = $2`

export async function getRunData(tenant: Tenant, workflowId: string): Promise<RunData> {
  const [row] = isUuid(workflowId) ? await tenant.rows<RunData & { readonly snapshot: string }>(DATA, [workflowId]) : []
  if (!row) throw unknownWorkflow(workflowId)
  const mask = maskOf((await loadSnapshot(tenant, row.snapshot)).definition)
  return { input: mask(row.input), output: mask(row.output), variables: mask(row.variables) }
}
