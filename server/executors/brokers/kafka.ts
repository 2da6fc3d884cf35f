import { connect as connectTls } from 'node:tls'
import type { EachMessagePayload, ISocketFactory, Kafka, Message, Producer, SASLOptions } from 'kafkajs'
import { isRefusal } from '@/server/executors/outbound-dialer'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import type { SinkError, SinkReceiver, SinkSubscription } from '@/server/executors/sinks/sink'
import type { Settings } from '@/server/model/integration'
import { brokerError, CONNECT_MS, handOver, PUBLISH_MS, receivedPayload, within } from './answers'
import { createBatches } from './batches'
import type { Broker, OpenBroker } from './broker'
import { serversOf, textOf, tlsOf } from './settings'

const NAME = 'Kafka'
/** Replicas share the partitions of a topic. */
const GROUP = 'conductor'
const MOST_AT_ONCE = 100
/** Long enough for a group to form anew after a replica died. */
const JOIN_MS = 60_000

interface Client {
  readonly kafka: Kafka
  /** Why the guard let no connection through, if so: the client only says that it has tried often enough. */
  refusal(): Error | null
}

/** Kafka: every connection, also to the brokers that the cluster names by itself, goes through the guard. */
export const openKafka: OpenBroker = async (settings, doors) => {
  const client = await createClient(settings, doors)
  const producer = client.kafka.producer({ allowAutoTopicCreation: true })
  const send = createBatches<Message>(
    (topic, messages) => producer.send({ topic, acks: -1, messages: [...messages], timeout: PUBLISH_MS }),
    MOST_AT_ONCE,
  )
  let alive = true
  producer.on('producer.disconnect', () => {
    alive = false
  })
  await within(CONNECT_MS, NAME, producer.connect()).catch((error: unknown) => {
    void producer.disconnect().catch(() => undefined)
    throw explained(client, error)
  })
  return {
    isAlive: () => alive,
    publish: async ({ name }, { id, body, key, headers }) => {
      await within(PUBLISH_MS, NAME, send(name, { key: key ?? id, value: body, headers: { ...headers } })).catch(
        (error: unknown) => {
          throw explained(client, error)
        },
      )
    },
    subscribe: ({ name }, receiver) => subscribe(client, name, receiver),
    close: () => quietly(producer),
  } satisfies Broker
}

async function createClient(settings: Settings, doors: OutboundDoors): Promise<Client> {
  const { Kafka, logLevel } = await import('kafkajs')
  let refusal: Error | null = null
  const sasl = saslOf(settings)
  const kafka = new Kafka({
    clientId: 'conductor-playground',
    brokers: serversOf(textOf(settings, 'bootstrapServers') ?? '', 9092).map(({ host, port }) => `${host}:${port}`),
    ...(sasl !== null && { sasl }),
    connectionTimeout: 5_000,
    requestTimeout: PUBLISH_MS,
    retry: { retries: 3, initialRetryTime: 200, maxRetryTime: 2_000 },
    logLevel: logLevel.NOTHING,
    socketFactory: guardedSockets(settings, doors, (error) => {
      refusal = error
    }),
  })
  return { kafka, refusal: () => refusal }
}

function guardedSockets(
  settings: Settings,
  { dialer }: OutboundDoors,
  onRefusal: (error: Error) => void,
): ISocketFactory {
  return ({ host, port, onConnect }) => {
    const plain = dialer.connect(host, port)
    plain.on('error', (error) => {
      if (isRefusal(error)) onRefusal(error)
    })
    const tls = tlsOf(settings, host)
    if (tls === null) return plain.once('connect', onConnect)
    return connectTls({ ...tls, socket: plain }, onConnect)
  }
}

function saslOf(settings: Settings): SASLOptions | null {
  const username = textOf(settings, 'username') ?? ''
  const password = textOf(settings, 'password') ?? ''
  const mechanism = textOf(settings, 'saslMechanism') ?? 'none'
  if (mechanism === 'plain' || mechanism === 'scram-sha-256' || mechanism === 'scram-sha-512')
    return { mechanism, username, password } as SASLOptions
  return null
}

function explained({ refusal }: Client, error: unknown): SinkError {
  return brokerError(NAME, refusal() ?? error)
}

/** Offsets are committed one by one, after the message is durable here. */
async function subscribe(client: Client, topic: string, receiver: SinkReceiver): Promise<SinkSubscription> {
  const groupId = `${GROUP}-${topic}`
  const consumer = client.kafka.consumer({ groupId, allowAutoTopicCreation: true })
  let open = true
  let underWay = Promise.resolve()
  const keep = async ({ partition, message, heartbeat }: EachMessagePayload): Promise<void> => {
    const payload = receivedPayload(message.value?.toString('utf8') ?? '')
    const received = { id: `${topic}/${partition}/${message.offset}`, payload }
    if (!(await handOver(receiver, received, () => heartbeat().then(() => open)))) return
    await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(message.offset) + 1n) }])
  }
  consumer.on('consumer.crash', ({ payload }) => {
    if (open && !payload.restart) receiver.lost(explained(client, payload.error).message)
  })
  try {
    const joined = new Promise<void>((resolve) => {
      consumer.on('consumer.group_join', () => resolve())
    })
    await prepare(client.kafka, groupId, topic)
    await within(CONNECT_MS, NAME, consumer.connect())
    await consumer.subscribe({ topics: [topic], fromBeginning: false })
    await consumer.run({
      autoCommit: false,
      eachMessage: (each) => {
        underWay = keep(each)
        return underWay
      },
    })
    await within(JOIN_MS, NAME, joined)
  } catch (error) {
    open = false
    await quietly(consumer)
    throw explained(client, error)
  }
  return {
    async close() {
      open = false
      // What has just been kept is committed before the consumer leaves its group.
      await within(CONNECT_MS, NAME, underWay).catch(() => undefined)
      await quietly(consumer)
    },
  }
}

/**
 * Whoever listens first makes the topic, where that is allowed, and notes for the group where it begins: at the end.
 * What is published from now on is received, although the consumer looks for its place only later.
 */
async function prepare(kafka: Kafka, groupId: string, topic: string): Promise<void> {
  const admin = kafka.admin()
  try {
    await within(CONNECT_MS, NAME, admin.connect())
    await within(CONNECT_MS, NAME, admin.createTopics({ topics: [{ topic }], waitForLeaders: true })).catch(() => false)
    const [known] = await within(CONNECT_MS, NAME, admin.fetchOffsets({ groupId, topics: [topic] }))
    const unknown = new Set(known?.partitions.filter(({ offset }) => offset === '-1').map(({ partition }) => partition))
    const ends = await within(CONNECT_MS, NAME, admin.fetchTopicOffsets(topic))
    const partitions = ends.flatMap(({ partition, high }) =>
      unknown.has(partition) ? [{ partition, offset: high }] : [],
    )
    if (partitions.length > 0) await within(CONNECT_MS, NAME, admin.setOffsets({ groupId, topic, partitions }))
  } catch {
    // A group that is at work already, or rights that are missing: subscribing says whether that matters.
  } finally {
    await quietly(admin)
  }
}

async function quietly(client: Pick<Producer, 'disconnect'>): Promise<void> {
  await client.disconnect().catch(() => undefined)
}
