import { isUuid } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { Tenant } from '@/server/platform/tenant'
import { unknownWorkflow } from './get-workflow'

export interface RunData {
  readonly input: JsonObject
  readonly output: JsonObject
  readonly variables: JsonObject
}

const DATA = `
  select coalesce(i.data, '{}') as input, coalesce(o.data, '{}') as output, e.variables
  from executions e
  left join execution_inputs i on i.id = e.id
  left join execution_outputs o on o.id = e.id
  where e.namespace_id = $1 and e.id = $2`

export async function getRunData(tenant: Tenant, workflowId: string): Promise<RunData> {
  const [row] = isUuid(workflowId) ? await tenant.rows<RunData>(DATA, [workflowId]) : []
  if (!row) throw unknownWorkflow(workflowId)
  return row
}
