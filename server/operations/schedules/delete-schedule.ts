import { type Actor, requireRole } from '@/server/model/actor'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'

/** One that does not exist is deleted already. What it started stays. */
export async function deleteSchedule(app: App, actor: Actor, name: string): Promise<void> {
  requireRole(actor, 'editor')
  await tenantOf(app.db, actor.namespaceId).rows('delete from schedules where namespace_id = $1 and name = $2', [name])
}
