import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

/** Looks again whether anything is to be done. */
export async function decideWorkflow(app: App, actor: Actor, workflowId: string): Promise<void> {
  requireRole(actor, 'editor')
  const { namespaceId } = actor
  const outcome = await app.store.submit({ namespaceId, workflowId: asWorkflowId(workflowId), event: { type: 'wake' } })
  await outcome.settled()
}
