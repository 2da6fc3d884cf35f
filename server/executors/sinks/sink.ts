import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'

/**
 * Where EVENT tasks publish to and event handlers listen at, outside of this server. One file per kind of broker; the
 * internal queue `conductor:` is no sink, it lives in the database.
 */
export interface EventSink {
  /** Resolves when the broker has it. Rejects with a `SinkError`; anything else counts as retryable. */
  publish(address: SinkAddress, message: SinkMessage): Promise<void>
  /** Without it, event handlers cannot listen here. Resolves once the broker delivers to `receive`. */
  subscribe?(address: SinkAddress, receiver: SinkReceiver): Promise<SinkSubscription>
}

/** `kafka:orders` is type `kafka`, uri `orders`; `kafka:my-cluster:orders` is type `kafka`, uri `my-cluster:orders`. */
export interface SinkAddress {
  readonly namespaceId: NamespaceId
  readonly type: string
  readonly uri: string
}

export interface SinkMessage {
  /** The id of the EVENT task. */
  readonly id: string
  readonly payload: JsonObject
}

export interface SinkReceiver {
  /** Resolves once the message is durable here: only then may the broker forget it. A repeated id is taken once. */
  receive(message: ReceivedMessage): Promise<void>
  /** The subscription broke and will not deliver again; it is made anew later. */
  lost(reason: string): void
}

export interface ReceivedMessage {
  /** The broker's identity of the message, the same when it is delivered again. */
  readonly id: string
  /** Parsed where it was JSON; any other text under `payload`. */
  readonly payload: JsonObject
}

export interface SinkSubscription {
  close(): Promise<void>
}

/** By type: `kafka`, `amqp_queue`, `sqs` … */
export type EventSinks = ReadonlyMap<string, EventSink>

/** Why a message could not be published; the EVENT task fails with it, for good where trying again cannot help. */
export class SinkError extends Error {
  readonly retryable: boolean

  constructor(message: string, retryable: boolean) {
    super(message)
    this.name = 'SinkError'
    this.retryable = retryable
  }
}
