import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

/** Executions that run it are not touched: they keep their own copy. */
export async function deleteWorkflowDefinition(
  app: App,
  actor: Actor,
  { name, version }: { readonly name: string; readonly version: number },
): Promise<void> {
  requireRole(actor, 'editor')
  const deleted = await tenantOf(app.db, actor.namespaceId).rows(
    'delete from workflow_definitions where namespace_id = $1 and name = $2 and version = $3 returning 1',
    [name, version],
  )
  app.settingsNews.changedHere(actor.namespaceId)
  if (deleted.length === 0) throw new AppError('NOT_FOUND', `No such workflow definition: ${name} version: ${version}`)
}
