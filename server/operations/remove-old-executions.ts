import { asNamespaceId, asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

const DAY_MS = 86_400_000
const BATCH = 200

/** Finished executions are kept for so many days where there is such a limit; returns how many went. */
export async function removeOldExecutions(app: App): Promise<number> {
  const { keepFinishedDays } = app.quotas
  if (keepFinishedDays === null) return 0
  const { rows } = await app.db.pool.query<{ id: string; namespace_id: number }>(
    `select id, namespace_id from executions
      where status not in ('RUNNING', 'PAUSED') and end_time > 0 and end_time < $1 limit ${BATCH}`,
    [app.clock.now() - keepFinishedDays * DAY_MS],
  )
  await Promise.all(rows.map((row) => app.store.remove(asNamespaceId(row.namespace_id), asWorkflowId(row.id))))
  return rows.length
}
