import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

/** Goes on where the pause stopped it; the clock of its timeout starts again. */
export async function resumeWorkflow(app: App, actor: Actor, workflowId: string): Promise<void> {
  requireRole(actor, 'editor')
  const { namespaceId } = actor
  const outcome = await app.store.submit({
    namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'resume' },
  })
  await outcome.settled()
}
