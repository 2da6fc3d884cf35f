import type { Poller, Seat } from './poller'
import type { QueueKey } from './queue-key'

/** The polls that wait in this process, by queue, first come first served. */
export interface WaitingRoom {
  enter(key: QueueKey, poller: Poller): void
  leave(key: QueueKey, poller: Poller): void
  /** A promise for one task of that queue, if somebody waits for it. */
  seat(key: QueueKey): Seat | null
  /** Up to `max` promises, the longest wait first. */
  seats(key: QueueKey, max: number): Seat[]
  isWaiting(key: QueueKey): boolean
  keys(): QueueKey[]
  readonly size: number
  endAll(): void
}

export function createWaitingRoom(): WaitingRoom {
  const queues = new Map<QueueKey, Set<Poller>>()
  let size = 0

  const freePoller = (key: QueueKey): Poller | null => {
    for (const poller of queues.get(key) ?? []) if (poller.free() > 0) return poller
    return null
  }

  return {
    get size() {
      return size
    },
    enter(key, poller) {
      const queue = queues.get(key) ?? new Set()
      queue.add(poller)
      queues.set(key, queue)
      size++
    },
    leave(key, poller) {
      const queue = queues.get(key)
      if (!queue?.delete(poller)) return
      size--
      if (queue.size === 0) queues.delete(key)
    },
    seat: (key) => freePoller(key)?.seat() ?? null,
    seats(key, max) {
      const seats: Seat[] = []
      for (const poller of queues.get(key) ?? []) {
        const count = Math.min(poller.free(), max - seats.length)
        for (let i = 0; i < count; i++) seats.push(poller.seat())
        if (seats.length >= max) break
      }
      return seats
    },
    isWaiting: (key) => freePoller(key) !== null,
    keys: () => [...queues.keys()].filter((key) => freePoller(key) !== null),
    endAll() {
      for (const queue of [...queues.values()]) for (const poller of [...queue]) poller.end()
    },
  }
}
