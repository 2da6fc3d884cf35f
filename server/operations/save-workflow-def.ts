import type { PoolClient } from 'pg'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Quotas } from '@/server/model/limits'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { App } from './app'
import { inTransaction } from './in-transaction'

export interface SaveRequest {
  readonly definition: WorkflowDef
  readonly overwrite: boolean
}

/** Writes one version. False: it exists and was not to be replaced. */
export async function saveWorkflowDef(app: App, actor: Actor, request: SaveRequest): Promise<boolean> {
  const saved = await inTransaction(app.db, async (client) => {
    await requireRoom(client, { actor, quotas: app.quotas, definition: request.definition })
    return write(client, actor, request)
  })
  app.settingsNews.changedHere(actor.namespaceId)
  return saved
}

async function write(client: PoolClient, actor: Actor, { definition, overwrite }: SaveRequest): Promise<boolean> {
  const onConflict = overwrite
    ? 'do update set body = excluded.body, updated_by = excluded.updated_by, updated_at = now()'
    : 'do nothing'
  const { rowCount } = await client.query(
    `insert into workflow_definitions (namespace_id, name, version, body, created_by, updated_by)
     values ($1, $2, $3, $4, $5, $5) on conflict (namespace_id, name, version) ${onConflict}`,
    [actor.namespaceId, definition.name, definition.version, JSON.stringify(withoutAudit(definition)), actor.name],
  )
  return rowCount === 1
}

interface Room {
  readonly actor: Actor
  readonly quotas: Quotas
  readonly definition: WorkflowDef
}

/** Counted under a lock of the namespace's row, so that racing requests cannot exceed the quota together. */
async function requireRoom(client: PoolClient, { actor, quotas, definition }: Room): Promise<void> {
  const { definitions, versionsPerDefinition } = quotas
  if (definitions === null && versionsPerDefinition === null) return
  await client.query('select from namespaces where id = $1 for update', [actor.namespaceId])
  const { rows } = await client.query<{ exists: boolean; others: number; versions: number }>(
    `select coalesce(bool_or(name = $2 and version = $3), false) as exists,
       (count(distinct name) filter (where name <> $2))::int as others,
       (count(*) filter (where name = $2))::int as versions
     from workflow_definitions where namespace_id = $1`,
    [actor.namespaceId, definition.name, definition.version],
  )
  const [used] = rows
  if (!used || used.exists) return
  if (definitions !== null && used.others >= definitions)
    throw full(definition, `${definitions} definitions (limit definitions)`)
  if (versionsPerDefinition !== null && used.versions >= versionsPerDefinition)
    throw full(definition, `${versionsPerDefinition} versions of each (limit versionsPerDefinition)`)
}

function full({ name, version }: WorkflowDef, limit: string): AppError {
  return new AppError('QUOTA_EXCEEDED', `${name} version ${version} cannot be saved: a namespace may hold ${limit}.`)
}

function withoutAudit(definition: WorkflowDef): WorkflowDef {
  const { createTime, updateTime, createdBy, updatedBy, ...body } = definition
  return body
}
