/**
 * A queue that serves its groups in turn: a group with a thousand items waits no less and delays no more than a
 * group with one.
 */
export interface FairQueue<T> {
  readonly push: (group: string, item: T) => void
  /** The next item of the next group that `admits`; undefined when there is none. */
  readonly take: (admits: (group: string) => boolean) => T | undefined
  /** Empties the queue. */
  readonly drain: () => readonly T[]
}

export function createFairQueue<T>(): FairQueue<T> {
  // A Map keeps insertion order: the first group is the one whose turn it is.
  const groups = new Map<string, { items: T[]; next: number }>()

  function take(admits: (group: string) => boolean): T | undefined {
    for (const [group, list] of groups) {
      if (!admits(group)) continue
      const item = list.items[list.next]
      list.next += 1
      groups.delete(group)
      if (list.next < list.items.length) groups.set(group, compact(list))
      return item
    }
    return undefined
  }

  return {
    push: (group, item) => {
      const list = groups.get(group)
      if (list) list.items.push(item)
      else groups.set(group, { items: [item], next: 0 })
    },
    take,
    drain: () => {
      const all = [...groups.values()].flatMap((list) => list.items.slice(list.next))
      groups.clear()
      return all
    },
  }
}

function compact<T>(list: { items: T[]; next: number }): { items: T[]; next: number } {
  return list.next < 1000 ? list : { items: list.items.slice(list.next), next: 0 }
}
