import type { App } from './app'

const BATCH = 1_000

/** Those that somebody writes anew this moment are left alone. */
const REMOVE = `
  with old as (
    select namespace_id, task_name, key_hash from task_cache where expires_at <= $1 limit $2 for update skip locked
  )
  delete from task_cache c using old o
  where c.namespace_id = o.namespace_id and c.task_name = o.task_name and c.key_hash = o.key_hash`

/** Nobody is given an expired result of the task cache; here they go. Returns how many. */
export async function removeExpiredResults({ db, clock }: App): Promise<number> {
  for (let removed = 0; ; ) {
    const { rowCount } = await db.pool.query(REMOVE, [clock.now(), BATCH])
    removed += rowCount ?? 0
    if ((rowCount ?? 0) < BATCH) return removed
  }
}
