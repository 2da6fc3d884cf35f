import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

/** Nothing new is scheduled until the resume; open tasks can still be polled and answered. */
export async function pauseWorkflow(app: App, actor: Actor, workflowId: string): Promise<void> {
  requireRole(actor, 'editor')
  const { namespaceId } = actor
  const outcome = await app.store.submit({
    namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'pause' },
  })
  await outcome.settled()
}
