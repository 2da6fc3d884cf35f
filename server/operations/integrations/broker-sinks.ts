import {
  type EventSink,
  type EventSinks,
  type SinkAddress,
  SinkError,
  type SinkReceiver,
  type SinkSubscription,
} from '@/server/executors/sinks/sink'
import type { Integrations, OpenIntegration } from './integrations'

/** The sinks of Conductor by their type, with the type of integration behind each. */
const BEHIND: Readonly<Record<string, string>> = {
  kafka: 'kafka',
  amqp: 'amqp',
  amqp_queue: 'amqp',
  amqp_exchange: 'amqp',
  nats: 'nats',
  jsm: 'nats',
  nats_stream: 'nats',
  redis: 'redis',
  sqs: 'sqs',
}

export const BROKER_SINK_TYPES: readonly string[] = Object.keys(BEHIND)

/** Brokers as sinks: `type:integration:topic`, or `type:topic` for the integration that is meant when none is named. */
export function createBrokerSinks(integrations: Integrations): EventSinks {
  const sink: EventSink = {
    async publish(address, { id, payload }) {
      const { integration, name } = await locate(integrations, address)
      const message = { id, body: JSON.stringify(payload) }
      await integrations.brokers.use(integration, (broker) => broker.publish({ type: address.type, name }, message))
    },
    subscribe: (address, receiver) => subscribe(integrations, address, receiver),
  }
  return new Map(BROKER_SINK_TYPES.map((type) => [type, sink]))
}

/** How soon other settings, or none any more, end a subscription that was made with the old ones. */
const LOOK_MS = 15_000

async function subscribe(
  integrations: Integrations,
  address: SinkAddress,
  receiver: SinkReceiver,
): Promise<SinkSubscription> {
  const { integration, name } = await locate(integrations, address)
  const broker = await integrations.brokers.own(integration)
  let open = true
  const end = async (): Promise<void> => {
    open = false
    clearInterval(timer)
    await subscription?.close().catch(() => undefined)
    await broker.close()
  }
  const lost = (reason: string): void => {
    if (!open) return
    void end()
    receiver.lost(reason)
  }
  const look = async (): Promise<void> => {
    try {
      const now = await locate(integrations, address)
      if (now.integration.revision !== integration.revision) lost('the integration was changed')
    } catch (error) {
      // A database that is away for a moment says nothing of integrations.
      if (error instanceof SinkError) lost(error.message)
    }
  }
  const timer = setInterval(() => void look(), LOOK_MS).unref()
  let subscription: SinkSubscription | null = null
  try {
    subscription = await broker.subscribe({ type: address.type, name }, { receive: receiver.receive, lost })
    return { close: end }
  } catch (error) {
    await end()
    throw error
  }
}

interface Located {
  readonly integration: OpenIntegration
  readonly name: string
}

async function locate(integrations: Integrations, { namespaceId, type, uri }: SinkAddress): Promise<Located> {
  const wanted = BEHIND[type] ?? type
  const [first = '', ...rest] = uri.split(':')
  if (rest.length > 0) {
    const integration = await integrations.find(namespaceId, first)
    if (integration?.type === wanted) return { integration, name: required(rest.join(':'), type) }
  }
  const integration = await integrations.findDefault(namespaceId, wanted)
  if (integration !== null) return { integration, name: required(uri, type) }
  const how = `name one as ${type}:integration:${uri}, or give it the name ${wanted}`
  throw new SinkError(`No integration of the type ${wanted} is meant by ${type}:${uri}; ${how}.`, true)
}

function required(name: string, type: string): string {
  if (name !== '') return name
  throw new SinkError(`The sink ${type}: names nothing to publish to.`, true)
}
