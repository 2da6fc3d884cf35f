import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { App } from './app'
import type { BulkResponse } from './bulk-response'
import { findProblems } from './check-workflow-def'
import { requireNoErrors } from './definition-problems'
import { saveWorkflowDef } from './save-workflow-def'

/** Registers or replaces several versions. A definition with errors refuses them all, a full quota only itself. */
export async function updateWorkflows(
  app: App,
  actor: Actor,
  definitions: readonly WorkflowDef[],
): Promise<BulkResponse> {
  requireRole(actor, 'editor')
  const checks = definitions.map((definition, index) =>
    findProblems(app, actor, { definition, root: `updateWorkflowDef.arg0[${index}]` }),
  )
  requireNoErrors((await Promise.all(checks)).flat())
  const failed: Record<string, string> = {}
  const saved: string[] = []
  for (const definition of definitions) {
    try {
      await saveWorkflowDef(app, actor, { definition, overwrite: true })
      saved.push(definition.name)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failed[definition.name] = error.message
    }
  }
  return { bulkErrorResults: failed, bulkSuccessfulResults: saved }
}
