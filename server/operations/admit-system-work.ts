import { admitSystemWork as admit } from '@/server/queue/admit-system-work'
import type { App } from './app'

const PATIENCE_MS = 30_000
const SEATS = 100

/** Begins work of this server that waited for a place under the limits of its definition; returns how much. */
export async function admitSystemWork(app: App): Promise<number> {
  const admitted = await admit(app.store.queue.link, SEATS, PATIENCE_MS)
  await Promise.all(
    admitted.map(({ taskId, ...execution }) =>
      app.store
        .submit({ ...execution, event: { type: 'redrive', taskId } })
        .catch((err) => app.logger.warn({ err, taskId }, 'Admitted work waits for its lease')),
    ),
  )
  return admitted.length
}
