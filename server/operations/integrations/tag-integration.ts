import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { addTags, type Tag, withoutTags } from '@/server/model/tag'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'

export interface TagChange {
  readonly name: string
  readonly tags: readonly Tag[]
  readonly kind: 'add' | 'remove'
}

export async function tagIntegration({ db }: App, actor: Actor, { name, tags, kind }: TagChange): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(db, async (client) => {
    const key = [actor.namespaceId, name]
    const { rows } = await client.query<{ tags: readonly Tag[] }>(
      'select tags from integrations where namespace_id = $1 and name = $2 for update',
      key,
    )
    const before = rows[0]?.tags
    if (before === undefined) throw new AppError('NOT_FOUND', `There is no integration named ${name}.`)
    const after = kind === 'add' ? addTags(before, tags) : withoutTags(before, tags)
    await client.query('update integrations set tags = $3 where namespace_id = $1 and name = $2', [
      ...key,
      JSON.stringify(after),
    ])
  })
}
