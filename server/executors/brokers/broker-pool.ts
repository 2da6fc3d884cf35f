import type { OutboundDoors } from '@/server/executors/outbound-doors'
import { SinkError } from '@/server/executors/sinks/sink'
import { createTurns } from '@/server/executors/turns'
import type { NamespaceId } from '@/server/model/ids'
import type { Settings } from '@/server/model/integration'
import type { Broker } from './broker'
import { brokerOpener } from './open-broker'

/** Which broker, with which settings; other settings are another source. */
export interface BrokerSource {
  readonly namespaceId: NamespaceId
  readonly name: string
  readonly revision: string
  readonly type: string
  readonly settings: Settings
}

/** Connections to brokers: one for each integration while it is used, so many for each namespace. */
export interface BrokerPool {
  use<T>(source: BrokerSource, work: (broker: Broker) => Promise<T>): Promise<T>
  /** A connection of the caller's own, for a subscription; its `close` gives the place back. */
  own(source: BrokerSource): Promise<Broker>
  close(): Promise<void>
}

export interface BrokerPoolOptions {
  readonly doors: OutboundDoors
  /** Null: only the process has a limit. */
  readonly perNamespace: number | null
  readonly idleMs?: number
}

interface Entry {
  readonly namespaceId: NamespaceId
  readonly broker: Promise<Broker>
  users: number
  usedAt: number
}

const MOST_CONNECTIONS = 500
const IDLE_MS = 60_000
/** What one namespace has under way at its brokers; the rest waits. */
const AT_ONCE = 100

export function createBrokerPool({ doors, perNamespace, idleMs = IDLE_MS }: BrokerPoolOptions): BrokerPool {
  const shared = new Map<string, Entry>()
  const owned = new Set<Pick<Entry, 'namespaceId' | 'broker'>>()
  const inTurn = createTurns(AT_ONCE)

  const drop = async (key: string, entry: Entry): Promise<void> => {
    if (shared.get(key) === entry) shared.delete(key)
    await entry.broker.then((broker) => broker.close()).catch(() => undefined)
  }

  const idle = (): [string, Entry][] =>
    [...shared].filter(([, entry]) => entry.users === 0).sort(([, a], [, b]) => a.usedAt - b.usedAt)

  const makeRoom = (namespaceId: NamespaceId): void => {
    const ofNamespace = (entry: { namespaceId: NamespaceId }) => entry.namespaceId === namespaceId
    const used = () => [...shared.values()].filter(ofNamespace).length + [...owned].filter(ofNamespace).length
    const limit = perNamespace ?? MOST_CONNECTIONS
    for (const [key, entry] of idle().filter(([, each]) => ofNamespace(each)))
      if (used() >= limit) void drop(key, entry)
    if (used() >= limit) throw full(`limit brokerConnections is ${limit} per namespace`)
    for (const [key, entry] of idle()) if (shared.size + owned.size >= MOST_CONNECTIONS) void drop(key, entry)
    if (shared.size + owned.size >= MOST_CONNECTIONS) throw full(`this server has ${MOST_CONNECTIONS}`)
  }

  const entryOf = (source: BrokerSource): [string, Entry] => {
    const key = [source.namespaceId, source.name, source.revision].join(' ')
    const found = shared.get(key)
    if (found) return [key, found]
    makeRoom(source.namespaceId)
    const entry: Entry = { namespaceId: source.namespaceId, broker: open(source, doors), users: 0, usedAt: Date.now() }
    shared.set(key, entry)
    entry.broker.catch(() => drop(key, entry))
    return [key, entry]
  }

  const useShared = async <T>(source: BrokerSource, work: (broker: Broker) => Promise<T>): Promise<T> => {
    const [key, entry] = entryOf(source)
    entry.users += 1
    try {
      const broker = await entry.broker
      try {
        return await work(broker)
      } finally {
        if (!broker.isAlive()) void drop(key, entry)
      }
    } finally {
      entry.users -= 1
      entry.usedAt = Date.now()
    }
  }

  const sweep = setInterval(() => {
    const before = Date.now() - idleMs
    for (const [key, entry] of idle()) if (entry.usedAt < before) void drop(key, entry)
  }, idleMs / 4)
  sweep.unref()

  return {
    use: (source, work) => inTurn(source.namespaceId, () => useShared(source, work)),
    async own(source) {
      makeRoom(source.namespaceId)
      const place = { namespaceId: source.namespaceId, broker: open(source, doors) }
      owned.add(place)
      try {
        const broker = await place.broker
        return { ...broker, close: () => broker.close().finally(() => owned.delete(place)) }
      } catch (error) {
        owned.delete(place)
        throw error
      }
    },
    async close() {
      clearInterval(sweep)
      await Promise.all([...shared].map(([key, entry]) => drop(key, entry)))
      await Promise.all([...owned].map(({ broker }) => broker.then((each) => each.close()).catch(() => undefined)))
      owned.clear()
    },
  }
}

async function open({ type, settings, name }: BrokerSource, doors: OutboundDoors): Promise<Broker> {
  const opener = await brokerOpener(type)
  if (opener === null) throw new SinkError(`The integration ${name} is of the type ${type}, which is no broker.`, false)
  return opener(settings, doors)
}

function full(what: string): SinkError {
  return new SinkError(`Too many connections to brokers are in use (${what}); try again later.`, true)
}
