import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { changedTags, type Tag, type TagChange } from '@/server/model/tag'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'

type TagIntegration = TagChange & { readonly name: string }

export async function tagIntegration({ db }: App, actor: Actor, { name, ...change }: TagIntegration): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(db, async (client) => {
    const key = [actor.namespaceId, name]
    const { rows } = await client.query<{ tags: readonly Tag[] }>(
      'select tags from integrations where namespace_id = $1 and name = $2 for update',
      key,
    )
    const before = rows[0]?.tags
    if (before === undefined) throw new AppError('NOT_FOUND', `There is no integration named ${name}.`)
    await client.query('update integrations set tags = $3 where namespace_id = $1 and name = $2', [
      ...key,
      JSON.stringify(changedTags(before, change)),
    ])
  })
}
