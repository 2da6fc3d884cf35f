import { type Actor, requireRole } from '@/server/model/actor'
import { changedTags, type Tag, type TagChange } from '@/server/model/tag'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { noSchedule } from './pause-schedule'

type TagSchedule = TagChange & { readonly name: string }

export async function tagSchedule(app: App, actor: Actor, { name, ...change }: TagSchedule): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, async (client) => {
    const key = [actor.namespaceId, name]
    const { rows } = await client.query<{ tags: Tag[] }>(
      'select tags from schedules where namespace_id = $1 and name = $2 for update',
      key,
    )
    if (!rows[0]) throw noSchedule(name)
    await client.query('update schedules set tags = $3 where namespace_id = $1 and name = $2', [
      ...key,
      JSON.stringify(changedTags(rows[0].tags, change)),
    ])
  })
}
