import { type Actor, requireRole } from '@/server/model/actor'
import type { Note } from '@/server/model/draft'
import { AppError } from '@/server/model/errors'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { inTransaction } from './in-transaction'
import { requirePlace } from './require-place'

export interface SaveNoteRequest extends Omit<Note, 'updatedBy' | 'updatedAt'> {
  readonly subject: string
}

/** Writes one note; it is shared with everybody in the namespace. */
export async function saveNote(app: App, actor: Actor, note: SaveNoteRequest): Promise<void> {
  requireRole(actor, 'editor')
  const { id, subject, ref, text, x, y } = note
  await inTransaction(app.db, async (client) => {
    await requirePlace(client, actor, {
      limit: app.quotas.notes,
      count: 'select count(*)::int from workflow_notes where namespace_id = $1 and subject = $2 and id <> $3',
      params: [subject, id],
      refusal: (limit) => `A workflow may have ${limit} notes (limit notes): remove one first.`,
    })
    const { rowCount } = await client.query(
      `insert into workflow_notes as n (id, namespace_id, subject, ref, text, x, y, updated_by)
       values ($2, $1, $3, $4, $5, $6, $7, $8)
       on conflict (namespace_id, id) do update set ref = excluded.ref, text = excluded.text, x = excluded.x, y = excluded.y,
         updated_by = excluded.updated_by, updated_at = now() where n.subject = $3`,
      [actor.namespaceId, id, subject, ref, text, x, y, actor.name],
    )
    if (rowCount === 0) throw new AppError('NOT_FOUND', `There is no note ${id} on ${subject}.`)
  })
}

/** Removing one that is gone already is no mistake: two people may tidy up at once. */
export async function removeNote(app: App, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  requireRole(actor, 'editor')
  await tenantOf(app.db, actor.namespaceId).rows('delete from workflow_notes where namespace_id = $1 and id = $2', [id])
}
