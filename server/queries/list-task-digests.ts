import { isUuid } from '@/server/model/ids'
import type { Tenant } from '@/server/platform/tenant'

/** What a task was given and gave back, as a mark by which two can be told apart. */
export interface TaskDigest {
  readonly taskId: string
  readonly input: string
  readonly output: string
}

const LIST = `
  select t.id as "taskId", md5(coalesce(ti.data::text, '{}')) as input, md5(coalesce(tos.data::text, '{}')) as output
  from tasks t
  left join task_inputs ti on ti.id = t.id
  left join task_outputs tos on tos.id = t.id
  where t.namespace_id = $1 and t.execution_id = $2`

/** Of an execution that does not exist: none. */
export async function listTaskDigests(tenant: Tenant, workflowId: string): Promise<readonly TaskDigest[]> {
  return isUuid(workflowId) ? tenant.rows<TaskDigest>(LIST, [workflowId]) : []
}
