import { setTimeout } from 'node:timers/promises'
import type { EventSinks, SinkSubscription } from '@/server/executors/sinks/sink'
import type { NamespaceId } from '@/server/model/ids'
import type { Logger } from '@/server/platform/logger'
import { type Intake, receiveMessage } from './receive-message'

/** The queues of brokers that active handlers listen to. Each server listens; a message that comes twice is taken once. */
export interface EventSources {
  /** Listens where somebody wants it now, and nowhere else. */
  follow(): Promise<void>
  /** Why this server cannot listen to an event; null where it does, or where nobody asked. */
  problem(namespaceId: NamespaceId, event: string): string | null
  close(): Promise<void>
}

interface Parts extends Intake {
  readonly logger: Logger
  readonly sinks: EventSinks
}

interface Wanted {
  readonly namespaceId: NamespaceId
  readonly event: string
}

interface Source {
  isOpening: boolean
  subscription: SinkSubscription | null
  problem: string | null
  failures: number
  /** Not before this moment. */
  retryAt: number
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000
const PATIENCE_MS = 2_000

const WANTED = `
  select distinct h.namespace_id as "namespaceId", h.event
  from event_handlers h join namespaces n on n.id = h.namespace_id
  where h.active and n.suspended_at is null and h.event not like 'conductor:%'`

export function createEventSources(parts: Parts): EventSources {
  const sources = new Map<string, Source>()
  const keyOf = ({ namespaceId, event }: Wanted): string => `${namespaceId} ${event}`

  const fail = (source: Source, wanted: Wanted, reason: string): void => {
    source.subscription = null
    source.problem = reason
    source.retryAt = performance.now() + Math.min(FIRST_PAUSE_MS * 2 ** source.failures, LONGEST_PAUSE_MS)
    source.failures += 1
    parts.logger.info({ ...wanted, reason }, 'A queue of a broker cannot be listened to')
  }

  const open = async (source: Source, wanted: Wanted): Promise<void> => {
    const { namespaceId, event } = wanted
    const [type = '', ...rest] = event.split(':')
    const sink = parts.sinks.get(type)
    if (!sink?.subscribe)
      return fail(source, wanted, sink ? `Nobody can listen to ${type}.` : `Unknown queue type ${type}`)
    source.isOpening = true
    try {
      const address = { namespaceId, type, uri: rest.join(':') }
      const subscription = await sink.subscribe(address, {
        receive: ({ id, payload }) =>
          receiveMessage(parts, namespaceId, { event, messageId: id, sourceKey: id, payload }),
        lost: (reason) => fail(source, wanted, reason),
      })
      // Nobody may want it any more.
      if (sources.get(keyOf(wanted)) !== source) return await subscription.close()
      source.subscription = subscription
      source.problem = null
      source.failures = 0
    } catch (error) {
      fail(source, wanted, error instanceof Error ? error.message : String(error))
    } finally {
      source.isOpening = false
    }
  }

  const close = async (key: string, source: Source): Promise<void> => {
    sources.delete(key)
    await source.subscription?.close().catch((err) => parts.logger.debug({ err }, 'A subscription did not close well'))
  }

  return {
    async follow() {
      const { rows } = await parts.db.pool.query<Wanted>(WANTED)
      const wanted = new Map(rows.map((each) => [keyOf(each), each]))
      const gone = [...sources].filter(([key]) => !wanted.has(key))
      const now = performance.now()
      for (const key of wanted.keys())
        if (!sources.has(key))
          sources.set(key, { isOpening: false, subscription: null, problem: null, failures: 0, retryAt: 0 })
      const due = [...wanted].flatMap(([key, each]) => {
        const source = sources.get(key)
        const isDue = source?.subscription === null && !source.isOpening && source.retryAt <= now
        return isDue ? [open(source, each)] : []
      })
      // A broker that does not answer keeps nobody else's waiting.
      const changed = Promise.all([...gone.map(([key, source]) => close(key, source)), ...due])
      await Promise.race([changed, setTimeout(PATIENCE_MS, undefined, { ref: false })])
    },
    problem: (namespaceId, event) => sources.get(keyOf({ namespaceId, event }))?.problem ?? null,
    async close() {
      await Promise.all([...sources].map(([key, source]) => close(key, source)))
    },
  }
}
