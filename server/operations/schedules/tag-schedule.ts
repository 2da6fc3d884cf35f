import { type Actor, requireRole } from '@/server/model/actor'
import { addTags, type Tag, withoutTags } from '@/server/model/tag'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { noSchedule } from './pause-schedule'

export interface TagSchedule {
  readonly name: string
  readonly tags: readonly Tag[]
  readonly by: 'adding' | 'removing'
}

export async function tagSchedule(app: App, actor: Actor, { name, tags, by }: TagSchedule): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, async (client) => {
    const key = [actor.namespaceId, name]
    const { rows } = await client.query<{ tags: Tag[] }>(
      'select tags from schedules where namespace_id = $1 and name = $2 for update',
      key,
    )
    if (!rows[0]) throw noSchedule(name)
    const next = by === 'adding' ? addTags(rows[0].tags, tags) : withoutTags(rows[0].tags, tags)
    await client.query('update schedules set tags = $3 where namespace_id = $1 and name = $2', [
      ...key,
      JSON.stringify(next),
    ])
  })
}
