import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

export async function deleteTaskDefinition(app: App, actor: Actor, name: string): Promise<void> {
  requireRole(actor, 'editor')
  const deleted = await tenantOf(app.db, actor.namespaceId).rows(
    'delete from task_definitions where namespace_id = $1 and name = $2 returning 1',
    [name],
  )
  app.settingsNews.changedHere(actor.namespaceId)
  if (deleted.length === 0) throw new AppError('NOT_FOUND', `No such task definition: ${name}`)
}
