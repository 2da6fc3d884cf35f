import type { EngineEvent } from '@/server/engine/event'
import { findLeftMail } from '@/server/queue/find-left-mail'
import type { App } from './app'

const BATCH = 200
/** Younger mail is on its way already. */
const LEFT_AFTER_MS = 3_000

/** Delivers what a crash left between the sender's commit and the receiver's. Delivering twice changes nothing. */
export async function deliverLeftMail(app: App): Promise<void> {
  const left = await findLeftMail(app.store.queue.link, LEFT_AFTER_MS, BATCH)
  await Promise.all(
    left.map(({ event, ...mail }) =>
      // Our own decision wrote it.
      app.store.submit({ ...mail, event: event as EngineEvent }).catch((err) => {
        app.logger.warn({ err, workflowId: mail.workflowId }, 'An event between executions could not be delivered yet')
      }),
    ),
  )
}
