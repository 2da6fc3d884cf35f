import type { NamespaceId } from '@/server/model/ids'
import type { SettingsNews } from './settings-news'

/** Something small per namespace that is read often and written seldom. */
export interface NamespaceCache<Value> {
  /** What is known without asking; undefined when it has to be loaded. */
  peek(namespaceId: NamespaceId): Value | undefined
  get(namespaceId: NamespaceId): Promise<Value>
}

const MAX_NAMESPACES = 5_000

export function createNamespaceCache<Value>(
  news: SettingsNews,
  load: (namespaceId: NamespaceId) => Promise<Value>,
): NamespaceCache<Value> {
  const known = new Map<NamespaceId, Value>()
  let changes = 0

  news.onNews((namespaceId) => {
    changes++
    if (namespaceId === null) known.clear()
    else known.delete(namespaceId)
  })

  return {
    peek: (namespaceId) => known.get(namespaceId),
    async get(namespaceId) {
      const value = known.get(namespaceId)
      if (value !== undefined) return value
      const before = changes
      const loaded = await load(namespaceId)
      // News that came while it was read may have been about it.
      if (!news.isHeard || changes !== before) return loaded
      const [oldest] = known.keys()
      if (known.size >= MAX_NAMESPACES && oldest !== undefined) known.delete(oldest)
      known.set(namespaceId, loaded)
      return loaded
    },
  }
}
