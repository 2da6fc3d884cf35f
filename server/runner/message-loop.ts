import type { NamespaceId } from '@/server/model/ids'
import type { App } from '@/server/operations/app'
import { handleMessage } from '@/server/operations/events/handle-message'
import { removeOldMessages } from '@/server/operations/events/remove-old-messages'
import { keepTaken, takeMessages } from '@/server/operations/events/take-messages'
import { startLoop } from './loop'

const LOOK_EVERY_MS = 1_000
const KEEP_EVERY_MS = 10_000
const FOLLOW_EVERY_MS = 2_000
const TIDY_EVERY_MS = 60_000

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
  const every = (name: string, ms: number, step: () => Promise<void>) =>
    startLoop({ name, logger, step: () => step().then(() => ms) })
  const loops = [
    loop,
    every('event leases', KEEP_EVERY_MS, () => keepTaken(app, inHand)),
    every('event sources', FOLLOW_EVERY_MS, () => app.sources.follow()),
    every('old messages', TIDY_EVERY_MS, () => removeOldMessages(app)),
  ]

  return {
    async stop() {
      stopListening()
      await Promise.all(loops.map((each) => each.stop()))
      await app.sources.close()
      await Promise.allSettled(handling)
    },
  }
}
