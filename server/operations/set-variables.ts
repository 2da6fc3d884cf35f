import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from './app'

export interface SetVariables {
  readonly workflowId: string
  /** Merged into those that there are. */
  readonly variables: JsonObject
}

export async function setVariables(app: App, actor: Actor, { workflowId, variables }: SetVariables): Promise<void> {
  requireRole(actor, 'editor')
  await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'set-variables', variables },
  })
}
