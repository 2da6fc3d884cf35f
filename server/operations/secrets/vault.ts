import type { Pool } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { Sealing } from '@/server/platform/sealing'
import type { SettingsNews } from '@/server/queue/settings-news'
import { createNamespaceCache } from '@/server/store/namespace-cache'

/** Values of secrets for those who do the work. Kept sealed in memory too, and opened one by one. */
export interface Vault {
  /** Only those that exist. */
  reveal(namespaceId: NamespaceId, names: Iterable<string>): Promise<ReadonlyMap<string, string>>
}

const LOAD = 'select name, sealed from secrets where namespace_id = $1'

export const secretPlace = (namespaceId: NamespaceId, name: string) => ({ namespaceId, what: `secret ${name}` })

export function createVault(db: { readonly pool: Pool }, news: SettingsNews, sealing: Sealing): Vault {
  const cache = createNamespaceCache(news, async (namespaceId) => {
    const { rows } = await db.pool.query<{ name: string; sealed: string }>(LOAD, [namespaceId])
    return new Map(rows.map(({ name, sealed }) => [name, sealed]))
  })
  return {
    async reveal(namespaceId, names) {
      const sealed = await cache.get(namespaceId)
      const opened = [...names].flatMap((name) => {
        const text = sealed.get(name)
        return text === undefined ? [] : [[name, sealing.open(secretPlace(namespaceId, name), text)] as const]
      })
      return new Map(opened)
    },
  }
}
