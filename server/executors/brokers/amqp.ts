import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Channel, ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib'
import { SinkError, type SinkReceiver, type SinkSubscription } from '@/server/executors/sinks/sink'
import { brokerError, CONNECT_MS, PUBLISH_MS, RETRY_MS, receivedPayload, within } from './answers'
import type { Broker, BrokerMessage, BrokerTarget, OpenBroker } from './broker'
import { numberOf, textOf, tlsOf } from './settings'

const NAME = 'AMQP'
const PREFETCH = 20
const NOT_FOUND = 404

/** AMQP 0-9-1 with confirms: a message counts as published when the broker has taken responsibility for it. */
export const openAmqp: OpenBroker = async (settings, { dialer }) => {
  try {
    const host = textOf(settings, 'host') ?? ''
    const tls = tlsOf(settings, host)
    const port = numberOf(settings, 'port', tls === null ? 5672 : 5671)
    const hostname = await dialer.resolve(host, port)
    const { connect } = await import('amqplib')
    const username = textOf(settings, 'username') ?? 'guest'
    const password = textOf(settings, 'password') ?? 'guest'
    const vhost = textOf(settings, 'virtualHost') ?? '/'
    const protocol = tls === null ? 'amqp' : 'amqps'
    const target = { protocol, hostname, port, username, password, vhost, heartbeat: 30 }
    const connection = await within(CONNECT_MS, NAME, connect(target, { ...tls, timeout: CONNECT_MS }))
    return await brokerOf(connection)
  } catch (error) {
    throw brokerError(NAME, error)
  }
}

async function brokerOf(connection: ChannelModel): Promise<Broker> {
  let alive = true
  connection.on('close', () => {
    alive = false
  })
  connection.on('error', () => {
    alive = false
  })
  const publisher = await publisherOf(connection)
  return {
    isAlive: () => alive && publisher.isOpen(),
    publish: (target, message) => publisher.publish(placeOf(target), message),
    subscribe: (target, receiver) => subscribe(connection, placeOf(target), receiver),
    close: () => connection.close().catch(() => undefined),
  }
}

/** A queue, or an exchange with what routes through it. */
interface Place {
  readonly kind: 'queue' | 'exchange'
  readonly name: string
  readonly exchangeType: string
  readonly routingKey: string
  /** The queue that listens at an exchange. */
  readonly boundQueue: string
}

/** `orders`, or `orders?exchangeType=fanout&routingKey=eu&bindQueueName=mine`. */
function placeOf({ type, name: text }: BrokerTarget): Place {
  const [name = '', options = ''] = text.split('?')
  if (name === '')
    throw new SinkError(`${NAME}: the sink names no ${type === 'amqp_exchange' ? 'exchange' : 'queue'}`, false)
  const given = new URLSearchParams(options)
  return {
    kind: type === 'amqp_exchange' ? 'exchange' : 'queue',
    name,
    exchangeType: given.get('exchangeType') ?? 'topic',
    routingKey: given.get('routingKey') ?? '',
    boundQueue: given.get('bindQueueName') ?? `bound_to_${name}`,
  }
}

interface Publisher {
  isOpen(): boolean
  publish(place: Place, message: BrokerMessage): Promise<void>
}

async function publisherOf(connection: ChannelModel): Promise<Publisher> {
  const channel = await connection.createConfirmChannel()
  let open = true
  channel.on('error', () => undefined)
  channel.on('close', () => {
    open = false
  })
  const known = new Set<string>()
  return {
    isOpen: () => open,
    async publish(place, message) {
      try {
        const key = `${place.kind} ${place.name}`
        if (!known.has(key)) await within(PUBLISH_MS, NAME, ensure(connection, place))
        known.add(key)
        await within(PUBLISH_MS, NAME, confirmed(channel, place, message))
      } catch (error) {
        throw brokerError(NAME, error)
      }
    },
  }
}

function confirmed(channel: ConfirmChannel, place: Place, { id, body }: BrokerMessage): Promise<void> {
  const options = { persistent: true, messageId: id, contentType: 'application/json' }
  const [exchange, routingKey] = place.kind === 'queue' ? ['', place.name] : [place.name, place.routingKey]
  return new Promise((resolve, reject) => {
    channel.publish(exchange, routingKey, Buffer.from(body), options, (error: unknown) =>
      error ? reject(error) : resolve(),
    )
  })
}

/** Takes a queue or an exchange as it is; makes a durable one where there is none. Asking closes the channel on a no. */
async function ensure(connection: ChannelModel, place: Place): Promise<void> {
  const { kind, name, exchangeType } = place
  const isThere = await onChannel(connection, async (channel) => {
    await (kind === 'queue' ? channel.checkQueue(name) : channel.checkExchange(name))
    return true
  }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === NOT_FOUND) return false
    throw error
  })
  if (isThere) return
  await onChannel(connection, async (channel) => {
    await (kind === 'queue'
      ? channel.assertQueue(name, { durable: true })
      : channel.assertExchange(name, exchangeType, { durable: true }))
  })
}

async function onChannel<T>(connection: ChannelModel, work: (channel: Channel) => Promise<T>): Promise<T> {
  const channel = await connection.createChannel()
  channel.on('error', () => undefined)
  const result = await work(channel)
  await channel.close()
  return result
}

async function subscribe(connection: ChannelModel, place: Place, receiver: SinkReceiver): Promise<SinkSubscription> {
  try {
    await within(CONNECT_MS, NAME, ensure(connection, place))
    const channel = await connection.createChannel()
    let open = true
    const lost = (reason: string) => {
      if (open) receiver.lost(`${NAME}: ${reason}`)
      open = false
    }
    channel.on('error', (error: Error) => lost(error.message))
    channel.on('close', () => lost('the channel was closed'))
    await channel.prefetch(PREFETCH)
    const queue = await queueFor(channel, place)
    await channel.consume(queue, (message) => {
      if (message === null) lost(`the queue ${queue} was removed`)
      else void hand(channel, message, receiver)
    })
    return {
      async close() {
        open = false
        await channel.close().catch(() => undefined)
      },
    }
  } catch (error) {
    throw brokerError(NAME, error)
  }
}

async function queueFor(channel: Channel, place: Place): Promise<string> {
  if (place.kind === 'queue') return place.name
  await channel.assertQueue(place.boundQueue, { durable: true })
  const everything = place.exchangeType === 'topic' ? '#' : ''
  await channel.bindQueue(place.boundQueue, place.name, place.routingKey === '' ? everything : place.routingKey)
  return place.boundQueue
}

/** Without an id of the sender's a message that is delivered again cannot be told from another like it. */
async function hand(channel: Channel, message: ConsumeMessage, receiver: SinkReceiver): Promise<void> {
  const { messageId } = message.properties
  const id = typeof messageId === 'string' && messageId !== '' ? messageId : randomUUID()
  try {
    await receiver.receive({ id, payload: receivedPayload(message.content.toString('utf8')) })
    channel.ack(message)
  } catch {
    await setTimeout(RETRY_MS)
    quietly(() => channel.nack(message, false, true))
  }
}

/** A channel that closed meanwhile gives its messages back by itself. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Nothing is left to do.
  }
}
