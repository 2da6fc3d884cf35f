import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { changedTags, type Tag } from '@/server/model/tag'
import type { App } from './app'
import { inTransaction } from './in-transaction'

export interface DefinitionTagChange {
  readonly kind: 'workflow' | 'task'
  readonly name: string
  readonly tags: readonly Tag[]
  readonly by: 'adding' | 'replacing' | 'removing'
}

const MOST_TAGS = 100
const EXISTS = {
  workflow: 'select 1 from workflow_definitions where namespace_id = $1 and name = $2 limit 1 for update',
  task: 'select 1 from task_definitions where namespace_id = $1 and name = $2 for update',
} as const
const READ = 'select tags from definition_tags where namespace_id = $1 and kind = $2 and name = $3'
const WRITE = `
  insert into definition_tags (namespace_id, kind, name, tags) values ($1, $2, $3, $4)
  on conflict (namespace_id, kind, name) do update set tags = excluded.tags`

/** Under the definition's lock, so that two who tag it at once lose nothing. */
export async function tagDefinition(app: App, actor: Actor, change: DefinitionTagChange): Promise<void> {
  requireRole(actor, 'editor')
  const { kind, name } = change
  await inTransaction(app.db, async (client) => {
    const { rowCount } = await client.query(EXISTS[kind], [actor.namespaceId, name])
    if (rowCount === 0) throw new AppError('NOT_FOUND', `No such ${kind} definition: ${name}`)
    const { rows } = await client.query<{ tags: Tag[] }>(READ, [actor.namespaceId, kind, name])
    const tags = changed(rows[0]?.tags ?? [], change)
    if (tags.length > MOST_TAGS)
      throw new AppError('BAD_REQUEST', `A definition may have ${MOST_TAGS} tags; found ${tags.length}.`)
    await client.query(WRITE, [actor.namespaceId, kind, name, JSON.stringify(tags)])
  })
}

function changed(before: readonly Tag[], { kind, name, tags, by }: DefinitionTagChange): readonly Tag[] {
  if (by === 'replacing') return changedTags([], { tags, by: 'adding' })
  const left = changedTags(before, { tags, by })
  if (by === 'removing' && left.length === before.length)
    throw new AppError('NOT_FOUND', `The ${kind} definition ${name} has no such tag.`)
  return left
}
