import { randomUUID } from 'node:crypto'
import type { Link } from './link'
import type { QueueKey } from './queue-key'

/**
 * Tells the other replicas which queues got work. Only a hint, never needed for correctness: a commit that carries
 * NOTIFY takes a lock of the whole database, so there is at most one per replica per 20 ms, outside the batches.
 */
export interface Hints {
  send(keys: Iterable<QueueKey>): void
  /** What another replica said, as the payload of a notification on `HINT_CHANNEL`. */
  parse(payload: string | undefined): QueueKey[]
}

export const HINT_CHANNEL = 'work_hint'
const EVERY_MS = 20
/** PostgreSQL refuses payloads of 8,000 bytes. */
const MAX_PAYLOAD = 7_500
const NOTIFY = { name: 'notify', text: `select pg_notify('${HINT_CHANNEL}', $1)` }

export function createHints(link: Link): Hints {
  const me = randomUUID()
  const waiting = new Set<QueueKey>()
  let isScheduled = false

  const flush = (): void => {
    isScheduled = false
    const keys = [...waiting]
    waiting.clear()
    let payload = JSON.stringify([me, ...keys])
    while (Buffer.byteLength(payload) > MAX_PAYLOAD && keys.pop() !== undefined) payload = JSON.stringify([me, ...keys])
    // A lost hint costs one tick.
    link.run(NOTIFY, [payload]).catch(() => undefined)
  }

  return {
    send(keys) {
      for (const key of keys) waiting.add(key)
      if (isScheduled || waiting.size === 0) return
      isScheduled = true
      setTimeout(flush, EVERY_MS).unref()
    },
    parse(payload) {
      const said: unknown = payload === undefined ? [] : JSON.parse(payload)
      if (!Array.isArray(said) || said[0] === me) return []
      return said.slice(1).filter((key): key is QueueKey => typeof key === 'string')
    },
  }
}
