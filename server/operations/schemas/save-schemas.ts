import type { PoolClient } from 'pg'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { SchemaDef } from '@/server/model/schema-def'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { requirePlace } from '@/server/operations/require-place'
import { requireSchema } from './check-value'

const MAX_NAME = 255

export interface SaveSchemas {
  readonly schemas: readonly SchemaDef[]
  /** Each becomes the next version of its name, whatever version it says. */
  readonly newVersion: boolean
}

/** Registers or replaces schemas, all or none. */
export async function saveSchemas(app: App, actor: Actor, { schemas, newVersion }: SaveSchemas): Promise<void> {
  requireRole(actor, 'editor')
  for (const { name, type, data } of schemas) {
    if (name.trim() === '' || name.length > MAX_NAME)
      throw new AppError('BAD_REQUEST', `A schema needs a name of at most ${MAX_NAME} characters.`)
    if (type === 'JSON' && data) await requireSchema(app, actor.namespaceId, data)
  }
  await inTransaction(app.db, async (client) => {
    for (const schema of schemas) await save(client, { app, actor }, { schema, newVersion })
  })
  app.settingsNews.changedHere(actor.namespaceId)
}

async function save(
  client: PoolClient,
  { app, actor }: { readonly app: App; readonly actor: Actor },
  { schema, newVersion }: { readonly schema: SchemaDef; readonly newVersion: boolean },
): Promise<void> {
  const { name, version, type, data, externalRef } = schema
  await requirePlace(client, actor, {
    limit: app.quotas.schemas,
    count: 'select count(*)::int as count from schemas where namespace_id = $1 and (name, version) <> ($2, $3)',
    params: [name, newVersion ? 0 : version],
    refusal: (limit) => `This namespace may keep ${limit} schemas (limit schemas).`,
  })
  await client.query(
    `insert into schemas (namespace_id, name, version, type, data, external_ref, created_by, updated_by)
     values ($1, $2, case when $8 then
       (select coalesce(max(version), 0) + 1 from schemas where namespace_id = $1 and name = $2) else $3::int end,
       $4, $5, $6, $7, $7)
     on conflict (namespace_id, name, version) do update set type = excluded.type, data = excluded.data,
       external_ref = excluded.external_ref, updated_by = excluded.updated_by, updated_at = now()`,
    [actor.namespaceId, name, version, type, data ? JSON.stringify(data) : null, externalRef, actor.name, newVersion],
  )
}
