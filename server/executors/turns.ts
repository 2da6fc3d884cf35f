import type { NamespaceId } from '@/server/model/ids'

/** Runs so many pieces of work at a time for each owner; the others wait, each owner's in a queue of its own. */
export type Turns<Owner = NamespaceId> = <T>(owner: Owner, work: () => Promise<T>) => Promise<T>

export function createTurns<Owner = NamespaceId>(perOwner: number): Turns<Owner> {
  const busy = new Map<Owner, number>()
  const waiting = new Map<Owner, (() => void)[]>()

  const enter = async (owner: Owner): Promise<void> => {
    const running = busy.get(owner) ?? 0
    if (running < perOwner) {
      busy.set(owner, running + 1)
      return
    }
    const queue = waiting.get(owner) ?? []
    waiting.set(owner, queue)
    // Whoever leaves hands its place over.
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  const leave = (owner: Owner): void => {
    const queue = waiting.get(owner)
    const next = queue?.shift()
    if (queue?.length === 0) waiting.delete(owner)
    if (next) {
      next()
      return
    }
    const running = (busy.get(owner) ?? 1) - 1
    if (running === 0) busy.delete(owner)
    else busy.set(owner, running)
  }

  return async (owner, work) => {
    await enter(owner)
    try {
      return await work()
    } finally {
      leave(owner)
    }
  }
}
