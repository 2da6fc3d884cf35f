import { type EventSink, type EventSinks, type SinkAddress, SinkError } from '@/server/executors/sinks/sink'
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

/** Brokers as sinks: `type:integration:topic`, or `type:topic` for the integration that is meant when none is named. */
export function createBrokerSinks(integrations: Integrations): EventSinks {
  const sink: EventSink = {
    async publish(address, { id, payload }) {
      const { integration, name } = await locate(integrations, address)
      const message = { id, body: JSON.stringify(payload) }
      await integrations.brokers.use(integration, (broker) => broker.publish({ type: address.type, name }, message))
    },
    async subscribe(address, receiver) {
      const { integration, name } = await locate(integrations, address)
      const broker = await integrations.brokers.own(integration)
      try {
        const subscription = await broker.subscribe({ type: address.type, name }, receiver)
        return {
          async close() {
            await subscription.close().finally(() => broker.close())
          },
        }
      } catch (error) {
        await broker.close()
        throw error
      }
    },
  }
  return new Map(Object.keys(BEHIND).map((type) => [type, sink]))
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
