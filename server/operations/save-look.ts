import type { Actor } from '@/server/model/actor'
import type { StoredLook } from '@/server/model/graph-look'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

export interface SaveLookRequest extends StoredLook {
  readonly workflow: string
}

/** Keeps how a person looks at a workflow; viewers look too. Of many workflows the ones looked at long ago make room. */
export async function saveLook(app: App, actor: Actor, request: SaveLookRequest): Promise<void> {
  const { workflow, direction, folded } = request
  const tenant = tenantOf(app.db, actor.namespaceId)
  await tenant.rows(
    `insert into graph_looks (namespace_id, user_id, workflow, direction, folded) values ($1, $2, $3, $4, $5)
     on conflict (namespace_id, user_id, workflow)
     do update set direction = excluded.direction, folded = excluded.folded, updated_at = now()`,
    [actor.id, workflow, direction, folded === null ? null : JSON.stringify(folded)],
  )
  await tenant.rows(
    `delete from graph_looks where namespace_id = $1 and user_id = $2 and workflow in (
       select workflow from graph_looks where namespace_id = $1 and user_id = $2 order by updated_at desc offset $3)`,
    [actor.id, app.limits.looksKept],
  )
}
