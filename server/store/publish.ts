import type { Logger } from '@/server/platform/logger'
import type { WorkQueue } from '@/server/queue/work-queue'
import { settleMemory } from './after-commit'
import type { Batch } from './batch'
import type { Submission, Submit } from './item'
import type { Listeners } from './listeners'
import type { Settling } from './settling'

export interface Publishing {
  readonly queue: WorkQueue
  readonly listeners: Listeners
  readonly settling: Settling
  /** The longest that somebody waits for scripts. */
  readonly answerWaitMs: number
  readonly logger: Logger
  readonly submit: Submit
}

/** A batch is durable: answer its requests first, then hand out, perform and deliver what it decided. */
export function publish(batch: Batch, to: Publishing): void {
  const { ledger, aftermath } = batch
  settleMemory(batch)
  // Counted before anybody is answered: a caller waits for the scripts that its own request unleashed.
  for (const { workflowId } of aftermath.work) to.settling.began(workflowId)
  answer(batch, to)
  to.queue.announce(aftermath.announced)
  if (aftermath.places.size > 0) {
    to.queue.announcePlaces(aftermath.places)
    to.listeners.places()
  }
  for (const work of aftermath.work) if (!to.listeners.work(work)) to.settling.ended(work.workflowId)
  if (ledger.messages.length > 0) to.listeners.messages()
  for (const mail of ledger.mail) deliver(mail, to)
  for (const born of aftermath.newborn) deliver({ ...born, event: { type: 'start' } }, to)
  for (const { entry } of ledger.executions.values()) to.listeners.deadline(entry.wakeAt, ledger.now)
  to.listeners.changed(new Set([...ledger.executions.keys(), ...ledger.removed]))
}

function answer({ verdicts }: Batch, { settling, answerWaitMs }: Publishing): void {
  for (const verdict of verdicts) {
    if ('error' in verdict) verdict.item.reject(verdict.error)
    else {
      const { outcome } = verdict
      verdict.item.resolve({ ...outcome, settled: () => settling.wait(outcome.workflowId, answerWaitMs) })
    }
  }
}

/** What fails here is delivered again by the timers. */
function deliver(event: Submission, { submit, logger }: Publishing): void {
  submit(event).catch((err) => logger.debug({ err, workflowId: event.workflowId }, 'A delivery waits for the timers'))
}
