import type { Pool } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { SettingsNews } from '@/server/queue/settings-news'
import { createNamespaceCache } from '@/server/store/namespace-cache'

/** Namespaces that the operator stopped: this server does no work of their executions until they are resumed. */
export interface Suspensions {
  has(namespaceId: NamespaceId): Promise<boolean>
}

const LOAD = 'select from namespaces where id = $1 and suspended_at is null'

export function createSuspensions(db: { readonly pool: Pool }, news: SettingsNews): Suspensions {
  const cache = createNamespaceCache(
    news,
    async (namespaceId) => (await db.pool.query(LOAD, [namespaceId])).rowCount === 0,
  )
  return { has: (namespaceId) => cache.get(namespaceId) }
}
