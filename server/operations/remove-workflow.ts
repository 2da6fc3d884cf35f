import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asWorkflowId } from '@/server/model/ids'
import type { App } from './app'
import { terminateWorkflow } from './terminate-workflow'

/** Deletes an execution and all it holds. One that still runs is terminated first, so that its parent hears of it. */
export async function removeWorkflow(app: App, actor: Actor, workflowId: string): Promise<void> {
  requireRole(actor, 'editor')
  await terminateWorkflow(app, actor, { workflowId, reason: 'Removed', triggerFailureWorkflow: false }).catch(
    ignoreEnded,
  )
  await app.store.remove(actor.namespaceId, asWorkflowId(workflowId))
}

/** As `removeWorkflow`, but what is COMPLETED cannot be terminated and stays. */
export async function terminateAndRemove(
  app: App,
  actor: Actor,
  { workflowId, reason }: { readonly workflowId: string; readonly reason: string | null },
): Promise<void> {
  await terminateWorkflow(app, actor, { workflowId, reason, triggerFailureWorkflow: false })
  await app.store.remove(actor.namespaceId, asWorkflowId(workflowId))
}

function ignoreEnded(error: unknown): void {
  if (error instanceof AppError && error.code === 'CONFLICT') return
  throw error
}
