import { type Actor, requireRole } from '@/server/model/actor'
import type { EventHandler } from '@/server/model/event-handler'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { noSuchHandler } from './save-event-handlers'

/** Changes part of a handler (its tags, whether it is active) under its lock, so that nothing else is lost. */
export async function changeEventHandler(
  app: App,
  actor: Actor,
  { name, change }: { readonly name: string; readonly change: (handler: EventHandler) => EventHandler },
): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, async (client) => {
    const { rows } = await client.query<{ body: EventHandler }>(FIND, [actor.namespaceId, name])
    if (!rows[0]) throw noSuchHandler(name)
    const changed = change(rows[0].body)
    await client.query(SAVE, [actor.namespaceId, name, changed.active, JSON.stringify(changed), actor.name])
  })
}

const FIND = 'select body from event_handlers where namespace_id = $1 and name = $2 for update'

const SAVE = `
  update event_handlers set active = $3, body = $4, updated_by = $5, updated_at = now()
  where namespace_id = $1 and name = $2`
