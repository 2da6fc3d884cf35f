import type { PoolClient } from 'pg'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { changedTags, type Tag, type TagChange } from '@/server/model/tag'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { requirePlace } from '@/server/operations/require-place'
import { TELL_SETTINGS_CHANGED } from '@/server/queue/settings-news'

/** Secrets and environment variables are kept alike: a value under a name of the namespace, with tags. */
export interface ValueKind {
  readonly table: 'secrets' | 'environment_variables'
  readonly column: 'sealed' | 'value'
  readonly noun: 'secret' | 'environment variable'
  readonly quota: 'secrets' | 'environmentVariables'
}

export const SECRETS: ValueKind = { table: 'secrets', column: 'sealed', noun: 'secret', quota: 'secrets' }
export const VARIABLES: ValueKind = {
  table: 'environment_variables',
  column: 'value',
  noun: 'environment variable',
  quota: 'environmentVariables',
}

const NAME = /^[\w-]{1,255}$/

export async function saveValue(
  app: App,
  actor: Actor,
  { kind, name, stored }: { readonly kind: ValueKind; readonly name: string; readonly stored: string },
): Promise<void> {
  const { table, column, noun, quota } = kind
  if (!NAME.test(name)) {
    throw new AppError('BAD_REQUEST', `The name of a ${noun} has letters, digits, _ and - only; found "${name}".`)
  }
  await change(app, actor, async (client) => {
    await requirePlace(client, actor, {
      limit: app.quotas[quota],
      count: `select count(*)::int as count from ${table} where namespace_id = $1 and name <> $2`,
      params: [name],
      refusal: (limit) => `This namespace may keep ${limit} of them (limit ${quota}): ${noun} ${name} was not kept.`,
    })
    await client.query(
      `insert into ${table} (namespace_id, name, ${column}, updated_by) values ($1, $2, $3, $4)
       on conflict (namespace_id, name) do update
       set ${column} = excluded.${column}, updated_by = excluded.updated_by, updated_at = now()`,
      [actor.namespaceId, name, stored, actor.name],
    )
    return `${noun} ${name} saved`
  })
}

/** What was there; null: nothing. */
export async function deleteValue(app: App, actor: Actor, { kind, name }: { kind: ValueKind; name: string }) {
  const { table, column, noun } = kind
  let deleted: string | null = null
  await change(app, actor, async (client) => {
    const { rows } = await client.query<{ stored: string }>(
      `delete from ${table} where namespace_id = $1 and name = $2 returning ${column} as stored`,
      [actor.namespaceId, name],
    )
    deleted = rows[0]?.stored ?? null
    return deleted === null ? null : `${noun} ${name} deleted`
  })
  return deleted as string | null
}

type ChangeValueTags = TagChange & { readonly kind: ValueKind; readonly name: string }

export async function changeValueTags(app: App, actor: Actor, { kind, name, ...tags }: ChangeValueTags): Promise<void> {
  await change(app, actor, async (client) => {
    const { rows } = await client.query<{ tags: Tag[] }>(
      `select tags from ${kind.table} where namespace_id = $1 and name = $2 for update`,
      [actor.namespaceId, name],
    )
    if (!rows[0]) throw new AppError('NOT_FOUND', `No such ${kind.noun}: ${name}`)
    await client.query(`update ${kind.table} set tags = $3 where namespace_id = $1 and name = $2`, [
      actor.namespaceId,
      name,
      JSON.stringify(changedTags(rows[0].tags, tags)),
    ])
    return null
  })
}

const AUDIT = 'insert into audit_events (namespace_id, actor, action, subject) values ($1, $2, $3, $4)'

/** One transaction with its entry in the audit log; every replica hears of it. */
async function change(app: App, actor: Actor, write: (client: PoolClient) => Promise<string | null>): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, async (client) => {
    const done = await write(client)
    if (done !== null) await client.query(AUDIT, [actor.namespaceId, actor.name, 'setting.change', done])
    await client.query(TELL_SETTINGS_CHANGED, [String(actor.namespaceId)])
  })
  app.settingsNews.changedHere(actor.namespaceId)
}
