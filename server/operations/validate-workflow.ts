import { type Actor, requireRole } from '@/server/model/actor'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { App } from './app'
import { findProblems } from './check-workflow-def'
import { requireNoErrors } from './definition-problems'

/** What registering would refuse, without registering. */
export async function validateWorkflow(app: App, actor: Actor, definition: WorkflowDef): Promise<void> {
  requireRole(actor, 'viewer')
  requireNoErrors(await findProblems(app, actor, { definition, root: 'validateWorkflowDef.arg0' }))
}
