import { randomUUID } from 'node:crypto'
import type { ConsumerMessages, JetStreamManager, JsMsg } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import type { SinkReceiver, SinkSubscription } from '@/server/executors/sinks/sink'
import type { Settings } from '@/server/model/integration'
import { brokerError, CONNECT_MS, handOver, PUBLISH_MS, RETRY_MS, receivedPayload, within } from './answers'
import type { Broker, BrokerMessage, BrokerTarget, OpenBroker } from './broker'
import { type Server, serversOf, textOf, tlsOf } from './settings'

const NAME = 'NATS'
/** Replicas share the messages of a subject. */
const GROUP = 'conductor'
const ID_HEADER = 'Nats-Msg-Id'

/** NATS: `nats:` is heard by whoever listens now, `jsm:` and `nats_stream:` are kept by JetStream. */
export const openNats: OpenBroker = async (settings, doors) => {
  let failure: unknown = null
  for (const server of serversOf(textOf(settings, 'servers') ?? '', 4222)) {
    try {
      return brokerOf(await connectTo(server, settings, doors))
    } catch (error) {
      failure = error
    }
  }
  throw brokerError(NAME, failure)
}

async function connectTo(
  { host, port }: Server,
  settings: Settings,
  { dialer }: OutboundDoors,
): Promise<NatsConnection> {
  const address = await dialer.resolve(host, port)
  const { connect } = await import('@nats-io/transport-node')
  const tls = tlsOf(settings, host)
  const user = textOf(settings, 'username')
  const pass = textOf(settings, 'password')
  const token = textOf(settings, 'token')
  return connect({
    servers: `${address.includes(':') ? `[${address}]` : address}:${port}`,
    name: 'conductor-playground',
    ...(user !== undefined && { user }),
    ...(pass !== undefined && { pass }),
    ...(token !== undefined && { token }),
    ...(tls !== null && { tls: tls as { ca?: string } }),
    timeout: CONNECT_MS,
    // Only the checked address is ever connected to; what the cluster says of other servers is not followed.
    reconnect: false,
    ignoreClusterUpdates: true,
  })
}

function brokerOf(connection: NatsConnection): Broker {
  const kept = new Set<string>()
  return {
    isAlive: () => !connection.isClosed(),
    async publish(target, message) {
      if (isKept(target) && !kept.has(target.name)) await keep(connection, target)
      kept.add(target.name)
      try {
        await send(connection, target, message)
      } catch (error) {
        // Its stream may have been taken away.
        kept.delete(target.name)
        throw error
      }
    },
    async subscribe(target, receiver) {
      const subscription = await (isKept(target)
        ? consumeKept(connection, target.name, receiver)
        : listen(connection, target.name, receiver)
      ).catch((error: unknown) => {
        throw brokerError(NAME, error)
      })
      let open = true
      void connection.closed().then((error) => {
        if (open) receiver.lost(error instanceof Error ? error.message : 'the connection was closed')
      })
      return {
        async close() {
          open = false
          await subscription.close()
        },
      }
    },
    close: () => connection.close().catch(() => undefined),
  }
}

const isKept = ({ type }: BrokerTarget): boolean => type === 'jsm' || type === 'nats_stream'

async function send(connection: NatsConnection, target: BrokerTarget, { id, body }: BrokerMessage): Promise<void> {
  const { headers } = await import('@nats-io/transport-node')
  const { subject } = subjectOf(target.name)
  try {
    if (!isKept(target)) {
      const given = headers()
      given.set(ID_HEADER, id)
      connection.publish(subject, body, { headers: given })
      await within(PUBLISH_MS, NAME, connection.flush())
      return
    }
    const { jetstream } = await import('@nats-io/jetstream')
    await within(PUBLISH_MS, NAME, jetstream(connection).publish(subject, body, { msgID: id }))
  } catch (error) {
    throw brokerError(NAME, error)
  }
}

async function keep(connection: NatsConnection, { name }: BrokerTarget): Promise<void> {
  const { jetstreamManager } = await import('@nats-io/jetstream')
  try {
    const manager = await within(CONNECT_MS, NAME, jetstreamManager(connection))
    await within(CONNECT_MS, NAME, streamFor(manager, subjectOf(name).subject))
  } catch (error) {
    throw brokerError(NAME, error)
  }
}

/** `orders`, or `orders:workers` with a queue group of one's own. */
function subjectOf(name: string): { readonly subject: string; readonly group: string } {
  const [subject = '', group = GROUP] = name.split(':')
  return { subject, group }
}

/** The stream that keeps a subject; made when there is none, as Conductor does. */
async function streamFor(manager: JetStreamManager, subject: string): Promise<string> {
  const names = await manager.streams.names(subject).next()
  const [found] = names
  if (found !== undefined) return found
  const name = subject.replace(/[^A-Za-z0-9_-]/g, '_')
  await manager.streams.add({ name, subjects: [subject] })
  return name
}

async function listen(connection: NatsConnection, name: string, receiver: SinkReceiver): Promise<SinkSubscription> {
  const { subject, group } = subjectOf(name)
  const subscription = connection.subscribe(subject, { queue: group })
  const run = async () => {
    for await (const message of subscription) {
      const id = message.headers?.get(ID_HEADER) || randomUUID()
      await handOver(receiver, { id, payload: receivedPayload(message.string()) }, () => !subscription.isClosed())
    }
  }
  const ended = run().catch((error: unknown) => receiver.lost(brokerError(NAME, error).message))
  await within(CONNECT_MS, NAME, connection.flush())
  return {
    async close() {
      subscription.unsubscribe()
      await ended
    },
  }
}

async function consumeKept(
  connection: NatsConnection,
  name: string,
  receiver: SinkReceiver,
): Promise<SinkSubscription> {
  const { AckPolicy, DeliverPolicy, jetstream } = await import('@nats-io/jetstream')
  const { subject, group } = subjectOf(name)
  const client = jetstream(connection)
  const manager = await client.jetstreamManager()
  const stream = await streamFor(manager, subject)
  const durable = `${group}_${subject.replace(/[^A-Za-z0-9_-]/g, '_')}`
  await manager.consumers.info(stream, durable).catch(() =>
    manager.consumers.add(stream, {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.New,
      filter_subject: subject,
    }),
  )
  const consumer = await client.consumers.get(stream, durable)
  const messages = await consumer.consume({ max_messages: 20 })
  const ended = hand(messages, stream, receiver).catch((error: unknown) =>
    receiver.lost(brokerError(NAME, error).message),
  )
  return {
    async close() {
      messages.stop()
      await ended
    },
  }
}

async function hand(messages: ConsumerMessages, stream: string, receiver: SinkReceiver): Promise<void> {
  for await (const message of messages as AsyncIterable<JsMsg>) {
    try {
      const id = message.headers?.get(ID_HEADER) || `${stream}/${message.seq}`
      await receiver.receive({ id, payload: receivedPayload(message.string()) })
      message.ack()
    } catch {
      message.nak(RETRY_MS)
    }
  }
}
