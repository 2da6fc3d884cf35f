import type { OutboundDoors } from '@/server/executors/outbound-doors'
import type { SinkReceiver, SinkSubscription } from '@/server/executors/sinks/sink'
import type { Settings } from '@/server/model/integration'

/** A connection to the broker of one integration. Errors are `SinkError`s. */
export interface Broker {
  publish(target: BrokerTarget, message: BrokerMessage): Promise<void>
  subscribe(target: BrokerTarget, receiver: SinkReceiver): Promise<SinkSubscription>
  /** Whether it may be used again. */
  isAlive(): boolean
  close(): Promise<void>
}

export interface BrokerTarget {
  /** The sink's type: `amqp_queue`, `jsm` … */
  readonly type: string
  /** Topic, queue, subject or stream, with the options that its kind of broker knows. */
  readonly name: string
}

export interface BrokerMessage {
  readonly id: string
  readonly body: string
  readonly key?: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** Rejects unless the broker has answered and accepted the credentials. */
export type OpenBroker = (settings: Settings, doors: OutboundDoors) => Promise<Broker>
