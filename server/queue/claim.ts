import type { Task } from '@/server/model/execution'
import type { NamespaceId } from '@/server/model/ids'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { DB_NOW } from './clock'
import type { Link } from './link'
import { TASK_COLUMNS } from './task-columns'

/**
 * One statement serves every waiting poll. A claim writes only its own columns; the engine is not involved. The seat
 * says which poll gets the row: seats of one queue follow each other in `workers`.
 */
export interface Wanted {
  readonly namespaceId: NamespaceId
  readonly queue: string
  readonly seats: number
}

export interface ClaimedRow extends Omit<Task, 'workflowTask' | 'dynamic'> {
  /** Index into `workers`. */
  readonly seat: number
  readonly workflowTask: WorkflowTask | null
  readonly namespaceId: NamespaceId
  readonly workflowName: string
  readonly correlationId: string | null
  readonly priority: number
  readonly snapshot: string
}

/** What a claim writes and answers. `picked` has the columns `id` and `seat`; the workers are the fifth parameter. */
export const claimedRows = (picked: string): string => `
    t as (
      update tasks t set
        status = 'IN_PROGRESS', worker_id = ($5::text[])[p.seat + 1], poll_count = t.poll_count + 1,
        start_time = case when t.start_time = 0 then c.now else t.start_time end,
        update_time = c.now, callback_after_seconds = 0,
        lease_until = case when t.response_timeout_seconds > 0 then c.now + t.response_timeout_seconds * 1000 else 0 end
      from ${picked} p, clock c
      where t.id = p.id
      returning t.*, p.seat
    )
    select ${TASK_COLUMNS}, t.seat, t.namespace_id as "namespaceId", e.name as "workflowName",
      e.correlation_id as "correlationId", e.priority, e.snapshot
    from t, lateral (
      select name, correlation_id, priority, snapshot from executions where id = t.execution_id limit 1
    ) e`

const CLAIM = {
  name: 'claim',
  text: `
    with clock as materialized (select ${DB_NOW} as now),
    wanted as (
      select * from unnest($1::int[], $2::text[], $3::int[], $4::int[]) as w(namespace_id, queue, seats, first_seat)
    ),
    picked as materialized (
      select due.id, w.first_seat + row_number() over (partition by w.first_seat) - 1 as seat
      from wanted w, clock c, lateral (
        select t.id from tasks t
        where t.namespace_id = w.namespace_id and t.queue = w.queue
          and t.status = 'SCHEDULED' and t.performer = 'worker' and t.limits is null and t.deliver_at <= c.now
        order by t.priority desc, t.deliver_at, t.seq
        limit w.seats
        for update skip locked
      ) due
    ),
    ${claimedRows('picked')}`,
}

export async function claim(
  link: Link,
  wanted: readonly Wanted[],
  workers: readonly (string | null)[],
): Promise<ClaimedRow[]> {
  return (await link.run<ClaimedRow>(CLAIM, [...wantedArrays(wanted), workers])).rows
}

/** The first four parameters: namespaces, queues, seats, and where each queue's seats begin in `workers`. */
export function wantedArrays(wanted: readonly Wanted[]): readonly unknown[][] {
  const firstSeats: number[] = []
  let next = 0
  for (const { seats } of wanted) {
    firstSeats.push(next)
    next += seats
  }
  return [
    wanted.map((each) => each.namespaceId),
    wanted.map((each) => each.queue),
    wanted.map((each) => each.seats),
    firstSeats,
  ]
}
