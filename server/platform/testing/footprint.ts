import type { NamespaceId } from '@/server/model/ids'
import type { Database } from '@/server/platform/database'

/** Rows that have no namespace of their own, and what they belong to. */
const BELONGINGS = {
  execution_inputs: 'executions e on e.id = t.id',
  execution_outputs: 'executions e on e.id = t.id',
  task_inputs: 'tasks e on e.id = t.id',
  task_outputs: 'tasks e on e.id = t.id',
  journal: 'executions e on e.id = t.execution_id',
} as const

/** A hash of every row of a namespace, table by table: whoever changed anything in it changed this. */
export async function footprintOf(db: Database, namespaceId: NamespaceId): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'namespace_id' order by 1`,
  )
  const hash = `coalesce(md5(string_agg(t::text, ';' order by t::text)), 'none')`
  const parts = [
    `select 'namespaces' as name, ${hash} as hash from namespaces t where t.id = $1`,
    ...tables.map(({ name }) => `select '${name}', ${hash} from ${name} t where t.namespace_id = $1`),
    ...Object.entries(BELONGINGS).map(
      ([name, owner]) => `select '${name}', ${hash} from ${name} t join ${owner} where e.namespace_id = $1`,
    ),
  ]
  const { rows } = await db.pool.query<{ name: string; hash: string }>(parts.join(' union all '), [namespaceId])
  return Object.fromEntries(rows.map(({ name, hash: value }) => [name, value]))
}
