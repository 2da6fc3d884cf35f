import type { App } from '@/server/operations/app'

const BATCH = 1_000

/** Beyond the newest so many of each namespace, and beyond the days that finished executions are kept. */
const REMOVE = `
  with old as (
    select m.id from namespaces n cross join lateral (
      select id from event_messages
      where namespace_id = n.id and due_time is null
      order by created_time desc offset $1 limit $3
    ) m
    union
    select id from (
      select id from event_messages where due_time is null and created_time < $2 limit $3
    ) aged
  ), executions as (
    delete from event_executions x using old where x.message = old.id
  )
  delete from event_messages m using old where m.id = old.id`

const DAY_MS = 86_400_000

/** Messages are kept to be looked at, not for ever. */
export async function removeOldMessages({ db, limits, quotas, clock }: App): Promise<void> {
  const { keepFinishedDays } = quotas
  const before = keepFinishedDays === null ? 0 : clock.now() - keepFinishedDays * DAY_MS
  for (;;) {
    const { rowCount } = await db.pool.query(REMOVE, [limits.eventMessagesKept, before, BATCH])
    if ((rowCount ?? 0) < BATCH) return
  }
}
