interface Waiting<Item> {
  readonly item: Item
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * One request at a time for each key: what comes meanwhile goes with the next one. When a batch is refused its items
 * go one by one, so that a bad one fails alone.
 */
export function createBatches<Item>(send: (key: string, items: readonly Item[]) => Promise<unknown>, most: number) {
  const queues = new Map<string, Waiting<Item>[]>()

  const settle = async (key: string, batch: readonly Waiting<Item>[]): Promise<void> => {
    try {
      await send(
        key,
        batch.map(({ item }) => item),
      )
      for (const { resolve } of batch) resolve()
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const each of batch) await settle(key, [each])
    }
  }

  const run = async (key: string, queue: Waiting<Item>[]): Promise<void> => {
    while (queue.length > 0) await settle(key, queue.splice(0, most))
    queues.delete(key)
  }

  return (key: string, item: Item): Promise<void> =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject }
      const queue = queues.get(key)
      if (queue) {
        queue.push(waiting)
        return
      }
      const fresh = [waiting]
      queues.set(key, fresh)
      // Whoever publishes in the same turn goes along.
      queueMicrotask(() => void run(key, fresh))
    })
}
