import type { NamespaceId } from '@/server/model/ids'
import type { App } from '@/server/operations/app'
import { handleMessage } from '@/server/operations/events/handle-message'
import { keepTaken, takeMessages } from '@/server/operations/events/take-messages'
import { startLoop } from './loop'

const LOOK_EVERY_MS = 1_000
const KEEP_EVERY_MS = 10_000

/** Messages of events: taken when one was sent here, or found by looking; handled side by side. */
export function startMessageLoop(app: App): { stop(): Promise<void> } {
  const { logger, store } = app
  const inHand = new Map<string, NamespaceId>()
  const handling = new Set<Promise<void>>()

  const loop = startLoop({
    name: 'events',
    logger,
    step: async () => {
      const taken = await takeMessages(app, inHand)
      for (const message of taken) {
        inHand.set(message.id, message.namespaceId)
        const work = handleMessage(app, message)
          .catch((err) => logger.warn({ err, messageId: message.messageId }, 'A message waits for its lease'))
          .finally(() => {
            inHand.delete(message.id)
            handling.delete(work)
            loop.hurry(0)
          })
        handling.add(work)
      }
      return LOOK_EVERY_MS
    },
  })
  const stopListening = store.onMessages(() => loop.hurry(0))
  const keeping = startLoop({
    name: 'event leases',
    logger,
    step: () => keepTaken(app, inHand).then(() => KEEP_EVERY_MS),
  })

  return {
    async stop() {
      stopListening()
      await Promise.all([loop.stop(), keeping.stop()])
      await Promise.allSettled(handling)
    },
  }
}
