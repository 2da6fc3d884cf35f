import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'

/** One version, or all of them. What names it is not checked any more. */
export async function deleteSchema(
  app: App,
  actor: Actor,
  { name, version }: { readonly name: string; readonly version: number | null },
): Promise<void> {
  requireRole(actor, 'editor')
  const deleted = await tenantOf(app.db, actor.namespaceId).rows(
    'delete from schemas where namespace_id = $1 and name = $2 and ($3::int is null or version = $3) returning 1',
    [name, version],
  )
  app.settingsNews.changedHere(actor.namespaceId)
  if (deleted.length === 0)
    throw new AppError('NOT_FOUND', `No such schema: ${name}${version === null ? '' : ` version: ${version}`}`)
}
