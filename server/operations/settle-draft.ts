import { type Actor, requireRole } from '@/server/model/actor'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

export interface SettleDraftRequest {
  readonly id: string
  /** What it was published as; null: it was discarded. */
  readonly published: string | null
}

/** Ends a draft. Notes and looks from before the workflow had a name follow it to its name, or go with the draft. */
export async function settleDraft(app: App, actor: Actor, { id, published }: SettleDraftRequest): Promise<void> {
  requireRole(actor, 'editor')
  const tenant = tenantOf(app.db, actor.namespaceId)
  await tenant.rows('delete from workflow_drafts where namespace_id = $1 and user_id = $2 and id = $3', [actor.id, id])
  const subject = `draft:${id}`
  await tenant.rows(
    `with old as (delete from graph_looks where namespace_id = $1 and user_id = $2 and workflow = $3 returning *)
     insert into graph_looks (namespace_id, user_id, workflow, direction, folded)
     select namespace_id, user_id, $4, direction, folded from old where $4::text is not null on conflict do nothing`,
    [actor.id, subject, published],
  )
  if (published === null) {
    await tenant.rows('delete from workflow_notes where namespace_id = $1 and subject = $2', [subject])
    return
  }
  await tenant.rows('update workflow_notes set subject = $3 where namespace_id = $1 and subject = $2', [
    subject,
    published,
  ])
}
