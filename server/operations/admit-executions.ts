import { admitExecutions as admit } from '@/server/queue/admit-executions'
import type { SubmitOutcome } from '@/server/store/item'
import type { App } from './app'

/** What an execution that runs again is answered with: it goes on at once where there is a place. */
export async function admitAgain(app: App, { workflow }: Pick<SubmitOutcome, 'workflow'>): Promise<void> {
  if (workflow?.gate?.waiting === true) await admitExecutions(app)
}

/** When the timers try again, should this server die before the first decision. */
const PATIENCE_MS = 5_000

/** Lets executions that waited at their workflow's gate begin; returns how many. */
export async function admitExecutions(app: App): Promise<number> {
  const admitted = await admit(app.store.queue.link, PATIENCE_MS)
  await Promise.all(
    admitted.map((execution) =>
      app.store
        .submit({ ...execution, event: { type: 'wake' } })
        .catch((err) => app.logger.warn({ err, ...execution }, 'An admitted execution waits for the timers')),
    ),
  )
  return admitted.length
}
