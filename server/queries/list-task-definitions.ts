import type { TaskDef } from '@/server/model/task-def'
import type { Tenant } from '@/server/platform/tenant'
import { DEFINITION_COLUMNS, type DefinitionRow, withAudit } from './definition-row'

export async function listTaskDefinitions(tenant: Tenant): Promise<readonly TaskDef[]> {
  const rows = await tenant.rows<DefinitionRow<TaskDef>>(
    `select ${DEFINITION_COLUMNS} from task_definitions where namespace_id = $1 order by name`,
  )
  return rows.map(withAudit)
}
