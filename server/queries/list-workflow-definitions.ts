import type { WorkflowDef } from '@/server/model/workflow-def'
import type { Tenant } from '@/server/platform/tenant'
import { DEFINITION_COLUMNS, type DefinitionRow, withAudit } from './definition-row'

/** Every version of every definition, or only the newest of each. */
export async function listWorkflowDefinitions(
  tenant: Tenant,
  which: 'all' | 'latest',
): Promise<readonly WorkflowDef[]> {
  const distinct = which === 'latest' ? 'distinct on (name)' : ''
  const order = which === 'latest' ? 'desc' : 'asc'
  const rows = await tenant.rows<DefinitionRow<WorkflowDef>>(
    `select ${distinct} ${DEFINITION_COLUMNS} from workflow_definitions
     where namespace_id = $1 order by name, version ${order}`,
  )
  return rows.map(withAudit)
}
