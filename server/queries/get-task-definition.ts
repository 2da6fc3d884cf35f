import { AppError } from '@/server/model/errors'
import type { TaskDef } from '@/server/model/task-def'
import type { Tenant } from '@/server/platform/tenant'
import { DEFINITION_COLUMNS, type DefinitionRow, withAudit } from './definition-row'

export async function getTaskDefinition(tenant: Tenant, name: string): Promise<TaskDef> {
  const [row] = await tenant.rows<DefinitionRow<TaskDef>>(
    `select ${DEFINITION_COLUMNS} from task_definitions where namespace_id = $1 and name = $2`,
    [name],
  )
  if (!row) throw new AppError('NOT_FOUND', `No such taskType found by name: ${name}`)
  return withAudit(row)
}
