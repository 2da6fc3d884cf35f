import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { App } from './app'
import { findProblems } from './check-workflow-def'
import { requireNoErrors } from './definition-problems'
import { saveWorkflowDef } from './save-workflow-def'

/** Registers one version. One that exists is only replaced when asked to; running executions keep their own copy. */
export async function registerWorkflow(
  app: App,
  actor: Actor,
  { definition, overwrite }: { readonly definition: WorkflowDef; readonly overwrite: boolean },
): Promise<void> {
  requireRole(actor, 'editor')
  requireNoErrors(await findProblems(app, actor, { definition, root: 'registerWorkflowDef.arg0' }))
  if (await saveWorkflowDef(app, actor, { definition, overwrite })) return
  throw new AppError('CONFLICT', `Workflow with ${definition.name}.${definition.version} already exists!`)
}
