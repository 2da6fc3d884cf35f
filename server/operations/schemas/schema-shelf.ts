import type { Pool } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import type { SettingsNews } from '@/server/queue/settings-news'
import { createNamespaceCache, type NamespaceCache } from '@/server/store/namespace-cache'

/** The schemas of a namespace and who asks for them; kept in memory, so that those who ask for none pay nothing. */
export interface Shelf {
  /** By `name` (the latest) and `name.version`. */
  readonly schemas: ReadonlyMap<string, JsonObject>
  /** Versions of workflow definitions whose input is checked, by name. */
  readonly workflows: ReadonlyMap<string, readonly CheckedVersion[]>
  /** Task definitions whose results are checked. */
  readonly outputs: ReadonlyMap<string, SchemaRef>
}

export interface CheckedVersion {
  readonly version: number
  readonly isLatest: boolean
  readonly inputSchema: SchemaRef
}

export type SchemaShelf = NamespaceCache<Shelf>

const SCHEMAS = `
  select name, version, data from schemas
  where namespace_id = $1 and type = 'JSON' and data is not null order by name, version`

const WORKFLOWS = `
  select name, version, body -> 'inputSchema' as "inputSchema",
    version = (select max(version) from workflow_definitions l where l.namespace_id = $1 and l.name = d.name) as "isLatest"
  from workflow_definitions d
  where namespace_id = $1 and json_typeof(body -> 'inputSchema') = 'object' and (body ->> 'enforceSchema')::boolean`

const OUTPUTS = `
  select name, body -> 'outputSchema' as "outputSchema" from task_definitions
  where namespace_id = $1 and json_typeof(body -> 'outputSchema') = 'object' and (body ->> 'enforceSchema')::boolean`

export function createSchemaShelf(db: { readonly pool: Pool }, news: SettingsNews): SchemaShelf {
  return createNamespaceCache(news, (namespaceId) => load(db.pool, namespaceId))
}

async function load(pool: Pool, namespaceId: NamespaceId): Promise<Shelf> {
  const [schemas, workflows, outputs] = await Promise.all([
    pool.query<{ name: string; version: number; data: JsonObject }>(SCHEMAS, [namespaceId]),
    pool.query<CheckedVersion & { name: string }>(WORKFLOWS, [namespaceId]),
    pool.query<{ name: string; outputSchema: SchemaRef }>(OUTPUTS, [namespaceId]),
  ])
  // In order of versions: the last one is what the bare name stands for.
  const named = schemas.rows.flatMap(({ name, version, data }) => [
    [`${name}.${version}`, data] as const,
    [name, data] as const,
  ])
  return {
    schemas: new Map(named),
    workflows: Map.groupBy(workflows.rows, ({ name }) => name),
    outputs: new Map(outputs.rows.map(({ name, outputSchema }) => [name, outputSchema])),
  }
}

/** Null: nothing to check against (another kind of schema, or one that is not there). */
export function schemaOf({ schemas }: Shelf, { name, version, data }: SchemaRef): JsonObject | null {
  if (data) return data
  return schemas.get(version ? `${name}.${version}` : (name ?? '')) ?? null
}
