import { type Actor, requireRole } from '@/server/model/actor'
import { noMessage } from '@/server/model/event-record'
import { isUuid } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { newId } from '@/server/platform/ids'
import { tenantOf } from '@/server/platform/tenant'
import { receiveMessage } from './receive-message'

interface Kept {
  readonly event: string
  readonly payload: JsonObject
}

/** The same message once more, as a new one: all handlers that are active now act on it. */
export async function replayMessage(app: App, actor: Actor, key: string): Promise<string> {
  requireRole(actor, 'editor')
  const [kept] = isUuid(key)
    ? await tenantOf(app.db, actor.namespaceId).rows<Kept>(
        'select event, payload from event_messages where namespace_id = $1 and id = $2',
        [key],
      )
    : []
  if (!kept) throw noMessage()
  await receiveMessage(app, actor.namespaceId, { ...kept, messageId: newId(), sourceKey: null })
  return kept.event
}
