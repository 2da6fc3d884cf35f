import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

export interface TerminateWorkflow {
  readonly workflowId: string
  readonly reason: string | null
  readonly triggerFailureWorkflow: boolean
}

/** Cancels what is open, terminates running children, runs the failure workflow only when asked to. */
export async function terminateWorkflow(app: App, actor: Actor, request: TerminateWorkflow): Promise<void> {
  requireRole(actor, 'editor')
  const { workflowId, reason, triggerFailureWorkflow } = request
  await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'terminate', reason, triggerFailureWorkflow },
  })
}
