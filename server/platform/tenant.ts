import type { Pool, QueryResultRow } from 'pg'
import type { NamespaceId } from '@/server/model/ids'

/** The only way of `queries` to the tables: `$1` is the namespace, bound here, so no read can forget it. */
export interface Tenant {
  readonly namespaceId: NamespaceId
  /** `params` begin at `$2`. */
  rows<Row extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

export function tenantOf(database: { readonly pool: Pool }, namespaceId: NamespaceId): Tenant {
  return {
    namespaceId,
    async rows<Row extends QueryResultRow>(sql: string, params: readonly unknown[] = []) {
      if (!/\$1(?!\d)/.test(sql)) throw new Error(`A tenant's statement must use $1, its namespace: ${sql}`)
      return (await database.pool.query<Row>(sql, [namespaceId, ...params])).rows
    },
  }
}
