import type { NamespaceId } from '@/server/model/ids'

/** Runs so many pieces of work at a time for each namespace; the others wait, each namespace in its own queue. */
export type Turns = <T>(namespaceId: NamespaceId, work: () => Promise<T>) => Promise<T>

export function createTurns(perNamespace: number): Turns {
  const busy = new Map<NamespaceId, number>()
  const waiting = new Map<NamespaceId, (() => void)[]>()

  const enter = async (namespaceId: NamespaceId): Promise<void> => {
    const running = busy.get(namespaceId) ?? 0
    if (running < perNamespace) {
      busy.set(namespaceId, running + 1)
      return
    }
    const queue = waiting.get(namespaceId) ?? []
    waiting.set(namespaceId, queue)
    // Whoever leaves hands its place over.
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  const leave = (namespaceId: NamespaceId): void => {
    const queue = waiting.get(namespaceId)
    const next = queue?.shift()
    if (queue?.length === 0) waiting.delete(namespaceId)
    if (next) {
      next()
      return
    }
    const running = (busy.get(namespaceId) ?? 1) - 1
    if (running === 0) busy.delete(namespaceId)
    else busy.set(namespaceId, running)
  }

  return async (namespaceId, work) => {
    await enter(namespaceId)
    try {
      return await work()
    } finally {
      leave(namespaceId)
    }
  }
}
