import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import { passGate } from './admit-executions'
import type { App } from './app'
import { requireFreePlace } from './require-free-place'

export interface RetryWorkflow {
  readonly workflowId: string
  /** Retry the failed task of the failed child in place instead of starting the child anew. */
  readonly resumeSubworkflowTasks: boolean
}

export async function retryWorkflow(app: App, actor: Actor, request: RetryWorkflow): Promise<void> {
  requireRole(actor, 'editor')
  app.startRate.spend(actor.namespaceId)
  const { workflowId, resumeSubworkflowTasks } = request
  await requireFreePlace(app, actor, workflowId)
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'retry', resumeSubworkflowTasks },
  })
  const begun = await passGate(app, actor.namespaceId, outcome)
  await begun.settled()
}
