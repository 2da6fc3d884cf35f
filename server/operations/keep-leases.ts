import type { TaskId } from '@/server/model/ids'
import { extendLeases } from '@/server/queue/extend-leases'
import type { App } from './app'

const PATIENCE_MS = 30_000

/** Says that this server still works on these tasks. */
export async function keepLeases(app: App, held: ReadonlySet<TaskId>): Promise<void> {
  if (held.size > 0) await extendLeases(app.store.queue.link, [...held], PATIENCE_MS)
}

/** Says that it will not finish them: whoever looks next asks for them again. */
export async function dropLeases(app: App, held: ReadonlySet<TaskId>): Promise<void> {
  if (held.size > 0) await extendLeases(app.store.queue.link, [...held], 0)
}
