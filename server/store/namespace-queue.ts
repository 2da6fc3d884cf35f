import type { NamespaceId } from '@/server/model/ids'

/** First come first served within a namespace, one each in turn between them: a busy tenant delays only itself. */
export interface NamespaceQueue<T> {
  readonly size: number
  push(item: T): void
  take(max: number): T[]
  /** Takes out what matches, wherever it waits. */
  drop(matches: (item: T) => boolean): T[]
}

export function createNamespaceQueue<T extends { readonly namespaceId: NamespaceId }>(): NamespaceQueue<T> {
  const byNamespace = new Map<NamespaceId, T[]>()
  let size = 0

  const takeTurn = (taken: T[], max: number): void => {
    for (const [namespaceId, items] of byNamespace) {
      if (taken.length >= max) return
      // While only one namespace waits there is nobody to take turns with.
      const count = byNamespace.size === 1 ? max - taken.length : 1
      taken.push(...items.splice(0, count))
      byNamespace.delete(namespaceId)
      if (items.length > 0) byNamespace.set(namespaceId, items)
    }
  }

  return {
    get size() {
      return size
    },
    push(item) {
      const items = byNamespace.get(item.namespaceId)
      if (items) items.push(item)
      else byNamespace.set(item.namespaceId, [item])
      size++
    },
    take(max) {
      const taken: T[] = []
      while (taken.length < max && byNamespace.size > 0) takeTurn(taken, max)
      size -= taken.length
      return taken
    },
    drop(matches) {
      const dropped: T[] = []
      for (const [namespaceId, items] of byNamespace) {
        const kept = items.filter((item) => !matches(item))
        dropped.push(...items.filter(matches))
        if (kept.length === 0) byNamespace.delete(namespaceId)
        else byNamespace.set(namespaceId, kept)
      }
      size -= dropped.length
      return dropped
    },
  }
}
