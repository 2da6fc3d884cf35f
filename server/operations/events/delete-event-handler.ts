import { type Actor, requireRole } from '@/server/model/actor'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import { noSuchHandler } from './save-event-handlers'

/** What it has done stays on record. */
export async function deleteEventHandler(app: App, actor: Actor, name: string): Promise<void> {
  requireRole(actor, 'editor')
  const deleted = await tenantOf(app.db, actor.namespaceId).rows(
    'delete from event_handlers where namespace_id = $1 and name = $2 returning 1',
    [name],
  )
  if (deleted.length === 0) throw noSuchHandler(name)
}
