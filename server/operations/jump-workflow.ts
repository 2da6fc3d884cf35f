import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from './app'
import { checkOutputSize } from './check-output-size'

export interface JumpWorkflow {
  readonly workflowId: string
  readonly taskRefName: string
  readonly taskInput: JsonObject
}

/** A running execution goes on at another of its tasks. */
export async function jumpWorkflow(app: App, actor: Actor, jumped: JumpWorkflow): Promise<void> {
  requireRole(actor, 'editor')
  const { workflowId, taskRefName: ref, taskInput } = jumped
  checkOutputSize(taskInput, app.limits)
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'jump', ref, taskInput },
  })
  await outcome.settled()
}
