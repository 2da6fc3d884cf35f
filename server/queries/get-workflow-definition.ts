import { AppError } from '@/server/model/errors'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { Tenant } from '@/server/platform/tenant'
import { DEFINITION_COLUMNS, type DefinitionRow, withAudit } from './definition-row'

/** `version` null or 0: the latest. */
export async function getWorkflowDefinition(
  tenant: Tenant,
  name: string,
  version: number | null,
): Promise<WorkflowDef> {
  const [row] = await tenant.rows<DefinitionRow<WorkflowDef>>(
    `select ${DEFINITION_COLUMNS} from workflow_definitions
     where namespace_id = $1 and name = $2 and (coalesce($3::int, 0) = 0 or version = $3)
     order by version desc limit 1`,
    [name, version],
  )
  if (!row) throw new AppError('NOT_FOUND', `No such workflow found by name: ${name}, version: ${version ?? null}`)
  return withAudit(row)
}
