import type { Pool, QueryResultRow } from 'pg'
import type { NamespaceId } from '@/server/model/ids'

/** Narrowed to the namespace, or written into it. */
const BOUND = /\bnamespace_id = \$1(?!\d)|\binsert into \w+\s*\([^)]*\bnamespace_id\b[^)]*\).*\$1(?!\d)/s

/** The only way of `queries` to the tables: `$1` is the namespace, bound here, so no read can forget it. */
export interface Tenant {
  readonly namespaceId: NamespaceId
  /** `params` begin at `$2`. */
  rows<Row extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

export function tenantOf(database: { readonly readers: Pool }, namespaceId: NamespaceId): Tenant {
  return {
    namespaceId,
    async rows<Row extends QueryResultRow>(sql: string, params: readonly unknown[] = []) {
      if (!BOUND.test(sql)) throw new Error(`A tenant's statement must say namespace_id = $1: ${sql}`)
      return (await database.readers.query<Row>(sql, [namespaceId, ...params])).rows
    },
  }
}
