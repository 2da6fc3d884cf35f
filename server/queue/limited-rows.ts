import type { Client, QueryResult, QueryResultRow } from 'pg'
import { DB_NOW, STATEMENT_NOW } from './clock'
import type { Link, Statement } from './link'

/**
 * Work whose task definition has limits. A row may begin while fewer than `concurrent` rows of its definition are
 * IN_PROGRESS and fewer than `rate` began within the window; the oldest of the highest priority first. Rows and
 * `task_starts` are the only truth, and whoever admits holds the namespace's lock, so that no two replicas admit into
 * the same place. What is refused is not postponed by a minute as in Conductor: it stays due, and begins when a place
 * is free.
 */
export type Waiting = 'worker' | 'system'

/** Rows of one of `wanted w(namespace_id, queue …)` that wait. System work has no queue. */
const waiting = (by: Waiting): string => `
  t.namespace_id = w.namespace_id and ${by === 'worker' ? 't.queue = w.queue' : 't.queue is null'}
  and t.status = 'SCHEDULED' and t.limits is not null`

/** The definitions of waiting rows: one step through the index for each, however many rows wait. */
export const namesOf = (by: Waiting): string => `
  lateral (
    with recursive found as (
      (select t.def_name from tasks t where ${waiting(by)} order by t.def_name limit 1)
      union all
      select (
        select t.def_name from tasks t where ${waiting(by)} and t.def_name > f.def_name order by t.def_name limit 1
      ) from found f where f.def_name is not null
    )
    select def_name from found where def_name is not null
  ) n`

/** Due rows of one definition, in the order in which they may begin. */
export const dueRows = (by: Waiting): string => `
  from tasks t
  where ${waiting(by)} and t.def_name = n.def_name and t.deliver_at <= c.now
  order by t.priority desc, t.deliver_at, t.seq`

const limit = (name: string): string => `(t.limits ->> '${name}')::bigint`

/** `k`: a definition. How much of it is under way, and began lately. */
export const RUNNING = `
  (select count(*) from tasks r
   where r.namespace_id = k.namespace_id and r.def_name = k.def_name and r.status = 'IN_PROGRESS' and r.limits is not null)`
export const BEGUN = `
  (select coalesce(sum(s.amount), 0) from task_starts s
   where s.namespace_id = k.namespace_id and s.name = k.def_name and s.until > c.now)`

/**
 * From `wanted w(namespace_id, queue, seats, first_seat)` to `picked(id, seat)`, with the notes that the rate needs.
 * Each queue gets as many rows as it has seats.
 */
export const admission = (by: Waiting): string => `
  clock as materialized (select ${DB_NOW} as now),
  due as materialized (
    select d.*, w.seats, w.first_seat, w.namespace_id
    from clock c, wanted w, ${namesOf(by)}, lateral (
      select t.id, t.def_name, t.priority, t.deliver_at, t.seq, ${limit('concurrent')} as concurrent,
        ${limit('rate')} as rate, ${limit('windowMs')} as window_ms
      ${dueRows(by)} limit w.seats for update skip locked
    ) d
  ),
  used as materialized (
    select k.*, ${RUNNING} as running, ${BEGUN} as begun
    from clock c, (select distinct namespace_id, def_name from due) k
  ),
  numbered as (
    select due.*, row_number() over (
      partition by namespace_id, def_name order by priority desc, deliver_at, seq) as nth
    from due
  ),
  seated as (
    select d.*, row_number() over (partition by first_seat order by priority desc, deliver_at, seq) as place
    from used u join numbered d on d.namespace_id = u.namespace_id and d.def_name = u.def_name
    where (d.concurrent is null or u.running + d.nth <= d.concurrent) and (d.rate is null or u.begun + d.nth <= d.rate)
  ),
  picked as materialized (select s.*, first_seat + place - 1 as seat from seated s where place <= seats),
  noted as (
    insert into task_starts (namespace_id, name, until, amount)
    select namespace_id, def_name, c.now + window_ms, count(*) from clock c, picked where rate is not null group by 1, 2, 3
  ),
  forgotten as (
    delete from task_starts s using used u, clock c
    where s.namespace_id = u.namespace_id and s.name = u.def_name and s.until <= c.now
  )`

const LOCK: Statement = {
  name: 'lock-limits',
  text: `
    select pg_advisory_xact_lock(hashtextextended('limits ' || namespace_id, 0))
    from (select distinct namespace_id from unnest($1::int[]) as n(namespace_id) order by 1) ordered`,
}

/**
 * A statement that admits, alone in its namespaces: it counts after it got the lock. The four leave together, so that
 * nothing of the connection's other work comes between them.
 */
export async function admitAlone<Row extends QueryResultRow>(
  link: Link,
  namespaceIds: readonly number[],
  admit: { readonly statement: Statement; readonly values: readonly unknown[] },
): Promise<Row[]> {
  const client: Client = await link.client()
  const sent = [
    client.query('begin'),
    client.query({ ...LOCK, values: [namespaceIds] }),
    client.query<Row>({ ...admit.statement, values: [...admit.values] }),
    client.query('commit'),
  ] as const
  const [, , admitted, committed]: readonly [unknown, unknown, QueryResult<Row>, QueryResult] = await Promise.all(sent)
  if (committed.command !== 'COMMIT') throw new Error('The admission of limited tasks was rolled back.')
  return admitted.rows
}

/** Which of these queues have a due row whose definition has a free place. */
export const FIND_LIMITED = `
  select w.nth
  from (select ${STATEMENT_NOW} as now) c,
    unnest($1::int[], $2::text[]) with ordinality as w(namespace_id, queue, nth)
  where exists (
    select from ${namesOf('worker')}, lateral (
      select t.namespace_id, t.def_name, ${limit('concurrent')} as concurrent, ${limit('rate')} as rate
      ${dueRows('worker')} limit 1
    ) k
    where (k.concurrent is null or ${RUNNING} < k.concurrent) and (k.rate is null or ${BEGUN} < k.rate))`
