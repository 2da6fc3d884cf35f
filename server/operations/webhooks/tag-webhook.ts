import { type Actor, requireRole } from '@/server/model/actor'
import { changedTags, type TagChange } from '@/server/model/tag'
import type { WebhookBody } from '@/server/model/webhook'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { noSuchWebhook } from './save-webhook'

export async function tagWebhook(
  app: App,
  actor: Actor,
  { id, ...change }: TagChange & { readonly id: string },
): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, async (client) => {
    const { rows } = await client.query<{ body: WebhookBody }>(
      'select body from webhooks where namespace_id = $1 and id::text = $2 for update',
      [actor.namespaceId, id],
    )
    if (!rows[0]) throw noSuchWebhook(id)
    const body = { ...rows[0].body, tags: changedTags(rows[0].body.tags, change) }
    await client.query('update webhooks set body = $2 where id = $1', [id, JSON.stringify(body)])
  })
}
