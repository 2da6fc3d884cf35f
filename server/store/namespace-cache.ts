import type { NamespaceId } from '@/server/model/ids'
import { isUnreachable } from '@/server/platform/database-errors'
import type { SettingsNews } from '@/server/queue/settings-news'

/** Something small per namespace that is read often and written seldom. */
export interface NamespaceCache<Value> {
  /** What is known without asking; undefined when it has to be loaded. */
  peek(namespaceId: NamespaceId): Value | undefined
  get(namespaceId: NamespaceId): Promise<Value>
}

const MAX_NAMESPACES = 5_000
/** As long as an update is held while the database is away. */
const HOLD_MS = 5_000
const RETRY_MS = 100

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
      const loaded = await held(() => load(namespaceId))
      // News that came while it was read may have been about it.
      if (!news.isHeard || changes !== before) return loaded
      const [oldest] = known.keys()
      if (known.size >= MAX_NAMESPACES && oldest !== undefined) known.delete(oldest)
      known.set(namespaceId, loaded)
      return loaded
    },
  }
}

/** Whoever asks waits while the database is away, as for the store: SDKs drop what is refused. */
async function held<Value>(load: () => Promise<Value>): Promise<Value> {
  const until = performance.now() + HOLD_MS
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (!isUnreachable(error) || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
