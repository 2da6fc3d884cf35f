import { type Actor, requireRole } from '@/server/model/actor'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { newId } from '@/server/platform/ids'
import { receiveMessage } from './receive-message'

/** A message that somebody sends by hand or through the API. */
export async function sendMessage(
  app: App,
  actor: Actor,
  { event, payload }: { readonly event: string; readonly payload: JsonObject },
): Promise<void> {
  requireRole(actor, 'editor')
  await receiveMessage(app, actor.namespaceId, { event, messageId: newId(), sourceKey: null, payload })
}
