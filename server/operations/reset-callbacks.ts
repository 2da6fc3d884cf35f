import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

/** Tasks that were put off can be polled at once. */
export async function resetCallbacks(app: App, actor: Actor, workflowId: string): Promise<void> {
  requireRole(actor, 'editor')
  await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'reset-callbacks' },
  })
}
