import { createDialer } from '@/server/executors/outbound-dialer'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import { createOutboundGuard } from '@/server/executors/outbound-guard'
import type { ReceivedMessage, SinkReceiver } from '@/server/executors/sinks/sink'

/** The doors of a server whose operator allowed only these targets. */
export function doorsFor(allow: readonly string[]): OutboundDoors {
  const policy = { enabled: true, allow, own: { origins: [], listener: 'http://127.0.0.1:1' } }
  return {
    guard: createOutboundGuard({ ...policy, totalMs: 30_000, maxBytes: 1024 * 1024 }),
    dialer: createDialer({ ...policy, database: null }),
  }
}

export interface TestReceiver extends SinkReceiver {
  readonly messages: readonly ReceivedMessage[]
  /** Resolves when so many have come. */
  has(count: number): Promise<readonly ReceivedMessage[]>
  readonly whenLost: Promise<string>
  /** So many of the next messages are refused, as when the database is away. */
  refuse(count: number): void
  readonly refused: readonly ReceivedMessage[]
}

export function testReceiver(): TestReceiver {
  const messages: ReceivedMessage[] = []
  const refused: ReceivedMessage[] = []
  const waiting = new Set<() => void>()
  const lost = Promise.withResolvers<string>()
  let toRefuse = 0
  return {
    messages,
    refused,
    whenLost: lost.promise,
    lost: lost.resolve,
    refuse: (count) => {
      toRefuse = count
    },
    async receive(message) {
      if (toRefuse > 0) {
        toRefuse -= 1
        refused.push(message)
        throw new Error('the database is away')
      }
      messages.push(message)
      for (const look of waiting) look()
    },
    has: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (messages.length < count) return
          waiting.delete(look)
          resolve([...messages])
        }
        waiting.add(look)
        look()
      }),
  }
}
