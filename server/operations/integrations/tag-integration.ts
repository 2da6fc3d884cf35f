import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Tag } from '@/server/model/integration'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'

/** Replaces the tags, or takes the given ones away. */
export async function tagIntegration(
  app: App,
  actor: Actor,
  { name, tags, remove }: { readonly name: string; readonly tags: readonly Tag[]; readonly remove: boolean },
): Promise<void> {
  requireRole(actor, 'editor')
  const tenant = tenantOf(app.db, actor.namespaceId)
  const same = `select from json_array_elements($3::json) gone where gone->>'key' = tag->>'key' and gone->>'value' = tag->>'value'`
  const rows = await tenant.rows(
    remove
      ? `update integrations set tags = coalesce((select json_agg(tag) from json_array_elements(tags) tag where not exists (${same})), '[]')
           where namespace_id = $1 and name = $2 returning 1`
      : 'update integrations set tags = $3::json where namespace_id = $1 and name = $2 returning 1',
    [name, JSON.stringify(tags)],
  )
  if (rows.length === 0) throw new AppError('NOT_FOUND', `There is no integration named ${name}.`)
}
