import type { OpenBroker } from './broker'

/** Each client is loaded when the first integration of its kind is used. */
const OPENERS: Readonly<Record<string, () => Promise<OpenBroker>>> = {
  kafka: async () => (await import('./kafka')).openKafka,
  amqp: async () => (await import('./amqp')).openAmqp,
  nats: async () => (await import('./nats')).openNats,
  redis: async () => (await import('./redis')).openRedis,
  sqs: async () => (await import('./sqs')).openSqs,
}

/** Null: integrations of this type are no brokers. */
export async function brokerOpener(type: string): Promise<OpenBroker | null> {
  return (await OPENERS[type]?.()) ?? null
}
