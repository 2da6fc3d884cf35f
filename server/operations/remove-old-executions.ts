import { asNamespaceId, asWorkflowId } from '@/server/model/ids'
import type { App } from './app'

const DAY_MS = 86_400_000
const BATCH = 200

/** What finished too long ago goes, and the oldest of namespaces that are nearly full; returns how many. */
export async function removeOldExecutions(app: App): Promise<number> {
  const rows = [...(await findTooOld(app)), ...(await findOldestOfFull(app))]
  const ids = new Map(rows.map((row) => [row.id, row.namespace_id]))
  await Promise.all([...ids].map(([id, namespaceId]) => app.store.remove(asNamespaceId(namespaceId), asWorkflowId(id))))
  return ids.size
}

interface Finished {
  readonly id: string
  readonly namespace_id: number
}

async function findTooOld({ db, quotas, clock }: App): Promise<Finished[]> {
  const { keepFinishedDays } = quotas
  if (keepFinishedDays === null) return []
  const { rows } = await db.pool.query<Finished>(
    `select id, namespace_id from executions
      where status not in ('RUNNING', 'PAUSED') and end_time > 0 and end_time < $1 limit ${BATCH}`,
    [clock.now() - keepFinishedDays * DAY_MS],
  )
  return rows
}

/** Room is made before it is needed: an execution that finds none ends. */
const NEARLY = 0.9

async function findOldestOfFull({ db, quotas }: App): Promise<Finished[]> {
  const { storedBytes } = quotas
  if (storedBytes === null) return []
  const { rows } = await db.pool.query<Finished>(
    `select e.id, e.namespace_id from usage_counters u cross join lateral (
       select id, namespace_id from executions
       where namespace_id = u.namespace_id and status not in ('RUNNING', 'PAUSED') order by create_time limit 50
     ) e
     where u.kind = 'storedBytes' and u.period = 'all' and u.amount > $1`,
    [Math.floor(storedBytes * NEARLY)],
  )
  return rows
}
