import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { ReceivedMessage, SinkReceiver, SinkSubscription } from '@/server/executors/sinks/sink'
import { brokerError, CONNECT_MS, handOver, PUBLISH_MS, receivedPayload, within } from './answers'
import type { Broker, OpenBroker } from './broker'
import { numberOf, textOf, tlsOf } from './settings'

const NAME = 'Redis'
/** Replicas, and whoever else joins it, share the messages of a stream. */
const GROUP = 'conductor'
const BLOCK_MS = 5_000
/** A message that its consumer did not confirm for so long is taken over. */
const ABANDONED_MS = 60_000

/** Redis streams: an entry has the fields `id` and `payload`. A cluster's redirections are errors, never followed. */
export const openRedis: OpenBroker = async (settings, { dialer }) => {
  try {
    const host = textOf(settings, 'host') ?? ''
    const port = numberOf(settings, 'port', 6379)
    const address = await dialer.resolve(host, port)
    const { Redis } = await import('ioredis')
    const tls = tlsOf(settings, host)
    const username = textOf(settings, 'username')
    const password = textOf(settings, 'password')
    const redis = new Redis({
      host: address,
      port,
      ...(tls !== null && { tls }),
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      db: numberOf(settings, 'database', 0),
      connectTimeout: CONNECT_MS,
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    })
    let cause: unknown = null
    redis.on('error', (error) => {
      cause = error
    })
    await within(CONNECT_MS, NAME, redis.connect()).catch((error: unknown) => {
      redis.disconnect()
      throw cause ?? error
    })
    return brokerOf(redis)
  } catch (error) {
    throw brokerError(NAME, error)
  }
}

function brokerOf(redis: Redis): Broker {
  return {
    isAlive: () => redis.status === 'ready',
    async publish({ name }, { id, body }) {
      await within(PUBLISH_MS, NAME, redis.xadd(name, '*', 'id', id, 'payload', body)).catch((error: unknown) => {
        throw brokerError(NAME, error)
      })
    },
    subscribe: ({ name }, receiver) => subscribe(redis, name, receiver),
    async close() {
      redis.disconnect()
    },
  }
}

async function subscribe(redis: Redis, stream: string, receiver: SinkReceiver): Promise<SinkSubscription> {
  await redis.xgroup('CREATE', stream, GROUP, '$', 'MKSTREAM').catch((error: unknown) => {
    if (!String(error).includes('BUSYGROUP')) throw brokerError(NAME, error)
  })
  const consumer = randomUUID()
  let open = true
  const run = async () => {
    while (open) {
      for (const entry of await nextEntries(redis, stream, consumer)) {
        const taken = await handOver(receiver, messageOf(stream, entry), () => open)
        if (taken) await redis.xack(stream, GROUP, entry[0])
      }
    }
  }
  const ended = run().catch((error: unknown) => {
    if (open) receiver.lost(brokerError(NAME, error).message)
  })
  return {
    async close() {
      open = false
      redis.disconnect()
      await ended
    },
  }
}

type Entry = readonly [id: string, fields: readonly string[]]

async function nextEntries(redis: Redis, stream: string, consumer: string): Promise<readonly Entry[]> {
  const abandoned = await redis.xautoclaim(stream, GROUP, consumer, ABANDONED_MS, '0', 'COUNT', 10)
  const claimed = ((abandoned as [string, (Entry | null)[]])[1] ?? []).filter((entry) => entry !== null)
  if (claimed.length > 0) return claimed
  const read = await redis.xreadgroup('GROUP', GROUP, consumer, 'COUNT', 10, 'BLOCK', BLOCK_MS, 'STREAMS', stream, '>')
  return ((read ?? []) as [string, Entry[]][]).flatMap(([, entries]) => entries)
}

function messageOf(stream: string, [id, fields]: Entry): ReceivedMessage {
  const pairs = fields.flatMap((value, at) => (at % 2 === 0 ? [[value, fields[at + 1] ?? ''] as const] : []))
  const given = Object.fromEntries(pairs)
  const payload = given.payload === undefined ? given : receivedPayload(given.payload)
  return { id: given.id ?? `${stream}/${id}`, payload }
}
