import type { Pool } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { SettingsNews } from '@/server/queue/settings-news'
import { createNamespaceCache } from './namespace-cache'

export type Variables = Readonly<Record<string, string>>

/** `${workflow.env.NAME}`: the namespace's own variables over the operator's. */
export interface Environment {
  of(namespaceId: NamespaceId): Promise<Variables>
  /** Null when everything is known: decisions read it without waiting. */
  prepare(namespaceIds: Iterable<NamespaceId>): Promise<ReadonlyMap<NamespaceId, Variables>> | null
  known(namespaceId: NamespaceId): Variables | undefined
}

const LOAD = 'select name, value from environment_variables where namespace_id = $1'

export function createEnvironment(db: { readonly pool: Pool }, news: SettingsNews, operators: Variables): Environment {
  const cache = createNamespaceCache(news, async (namespaceId): Promise<Variables> => {
    const { rows } = await db.pool.query<{ name: string; value: string }>(LOAD, [namespaceId])
    if (rows.length === 0) return operators
    return { ...operators, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) }
  })
  return {
    of: (namespaceId) => cache.get(namespaceId),
    known: (namespaceId) => cache.peek(namespaceId),
    prepare(namespaceIds) {
      const unknown = [...new Set(namespaceIds)].filter((id) => cache.peek(id) === undefined)
      if (unknown.length === 0) return null
      return Promise.all(unknown.map(async (id) => [id, await cache.get(id)] as const)).then((all) => new Map(all))
    },
  }
}
