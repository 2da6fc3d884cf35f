import type { PoolClient } from 'pg'
import { type Actor, requireRole } from '@/server/model/actor'
import type { Draft, DraftSaved } from '@/server/model/draft'
import { AppError } from '@/server/model/errors'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { inTransaction } from './in-transaction'
import { requirePlace } from './require-place'

export type SaveDraftRequest = Omit<Draft, 'updatedAt'>

type Stored = Pick<Draft, 'revision' | 'updatedAt'>

const STORED = 'revision, (extract(epoch from updated_at) * 1000)::bigint as "updatedAt"'

/**
 * Keeps what its author is editing. `revision` is the one that this editor saw last, 0 for the first save: a save that
 * has not seen another tab's is answered with that one instead. A draft that is gone begins anew.
 */
export async function saveDraft(app: App, actor: Actor, request: SaveDraftRequest): Promise<DraftSaved> {
  requireRole(actor, 'editor')
  const stored = (await update(app, actor, request)) ?? (await inTransaction(app.db, insertOf(app, actor, request)))
  if (stored) return { outcome: 'saved', ...stored }
  const { id, name, version } = request
  const [theirs] = await tenantOf(app.db, actor.namespaceId).rows<Draft>(
    `select id, name, version, base_updated_at as "baseUpdatedAt", text, ${STORED} from workflow_drafts
     where namespace_id = $1 and user_id = $2 and (id = $3 or (name = $4 and version = $5)) order by id = $3 desc limit 1`,
    [actor.id, id, name, version],
  )
  if (theirs) return { outcome: 'conflict', theirs }
  throw new AppError('CONFLICT', `The draft ${id} has just been discarded in another tab; save again to keep it.`)
}

async function update(app: App, actor: Actor, request: SaveDraftRequest): Promise<Stored | undefined> {
  const { id, text, revision, name, version, baseUpdatedAt } = request
  const [stored] = await tenantOf(app.db, actor.namespaceId).rows<Stored>(
    `update workflow_drafts
     set text = $5, revision = revision + 1, updated_at = now(), name = $6, version = $7, base_updated_at = $8
     where namespace_id = $1 and user_id = $2 and id = $3 and revision = $4
       and not exists (select from workflow_drafts o where o.namespace_id = $1 and o.user_id = $2
         and o.id <> $3 and o.name = $6 and o.version = $7)
     returning ${STORED}`,
    [actor.id, id, revision, text, name, version, baseUpdatedAt],
  )
  return stored
}

function insertOf(app: App, actor: Actor, request: SaveDraftRequest) {
  const { id, name, version, baseUpdatedAt, text, revision } = request
  return async (client: PoolClient): Promise<Stored | undefined> => {
    await requirePlace(client, actor, {
      limit: app.quotas.drafts,
      count: 'select count(*)::int from workflow_drafts where namespace_id = $1 and user_id = $2 and id <> $3',
      params: [actor.id, id],
      refusal: (limit) => `You may keep ${limit} drafts (limit drafts): discard one first.`,
    })
    const { rows } = await client.query<Stored>(
      `insert into workflow_drafts (id, namespace_id, user_id, name, version, base_updated_at, text, revision)
       values ($3, $1, $2, $4, $5, $6, $7, $8 + 1) on conflict do nothing returning ${STORED}`,
      [actor.namespaceId, actor.id, id, name, version, baseUpdatedAt, text, revision],
    )
    return rows[0]
  }
}
