import type { PoolClient } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { ScheduleBody } from '@/server/model/schedule'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { newId } from '@/server/platform/ids'
import { DB_NOW } from '@/server/queue/clock'
import { clocksOf, nextRun } from './schedule-clocks'

/** A time that came due; its id is that of the execution that it starts. */
export interface Firing {
  readonly id: string
  readonly namespaceId: NamespaceId
  readonly scheduleName: string
  readonly scheduledTime: number
  readonly executionTime: number
  /** As it was stored. */
  readonly request: unknown
  readonly cron: string
  readonly zoneId: string
  readonly startedBy: string
}

interface DueClock {
  readonly namespaceId: NamespaceId
  readonly name: string
  readonly nth: number
  readonly nextAt: number
  readonly body: ScheduleBody
  readonly createdBy: string
  readonly now: number
}

const AT_ONCE = 50
const ON_TIME_MS = 60_000
const LEFT_AFTER_MS = 30_000

/** Those that make up for what they missed stand behind those that are on time. */
const DUE = `
  select c.namespace_id as "namespaceId", c.name, c.nth, c.next_at as "nextAt", s.body, s.created_by as "createdBy",
    ${DB_NOW} as now
  from schedule_clocks c
  join schedules s on s.namespace_id = c.namespace_id and s.name = c.name
  join namespaces n on n.id = c.namespace_id
  where c.next_at <= ${DB_NOW} and not s.paused and n.suspended_at is null
  order by c.next_at < ${DB_NOW} - ${ON_TIME_MS}, c.next_at limit ${AT_ONCE} for update of c skip locked`

/**
 * Moves each clock that is due to its next time and notes, in the same transaction, that its workflow is to be started:
 * of several replicas one does it, and a server that dies before the start leaves the note to another.
 */
export function claimDueSchedules(app: App): Promise<Firing[]> {
  return inTransaction(app.db, async (client) => {
    const { rows } = await client.query<DueClock>(DUE)
    const firings: Firing[] = []
    for (const due of rows) firings.push(await advance(client, due))
    return firings
  })
}

async function advance(client: PoolClient, due: DueClock): Promise<Firing> {
  const { namespaceId, name, nth, nextAt, body, now, createdBy } = due
  const clock = clocksOf(body)[nth]
  const after = body.runCatchupScheduleInstances ? nextAt : Math.max(now, nextAt)
  const next = clock === undefined ? null : nextRun(body, clock, after)
  await client.query(
    'update schedule_clocks set next_at = $4, expected_at = $5 where namespace_id = $1 and name = $2 and nth = $3',
    [namespaceId, name, nth, next, nextAt],
  )
  return noteFiring(client, {
    namespaceId,
    name,
    request: body.startWorkflowRequest,
    scheduledTime: nextAt,
    executionTime: now,
    startedBy: createdBy,
    clock: clock ?? null,
  })
}

export interface FiringNote {
  readonly namespaceId: NamespaceId
  readonly name: string
  readonly request: ScheduleBody['startWorkflowRequest']
  readonly scheduledTime: number
  readonly executionTime: number
  readonly startedBy: string
  /** Null: no clock asked for it. */
  readonly clock: { readonly cronExpression: string; readonly zoneId?: string | null } | null
}

/** Puts on record that the workflow of a schedule is to be started, under the id that it will have. */
export async function noteFiring(client: Pick<PoolClient, 'query'>, note: FiringNote): Promise<Firing> {
  const { namespaceId, name, request, scheduledTime, executionTime, startedBy, clock } = note
  const id = newId()
  const cron = clock?.cronExpression ?? ''
  const workflow = request.workflowDef?.name ?? request.name
  const values = [id, namespaceId, name, scheduledTime, executionTime, workflow, JSON.stringify(request)]
  const zoneId = clock?.zoneId ?? 'UTC'
  await client.query(NOTE, [...values, zoneId, cron, startedBy])
  return { id, namespaceId, scheduleName: name, scheduledTime, executionTime, request, cron, zoneId, startedBy }
}

const NOTE = `
  insert into schedule_executions (id, namespace_id, schedule_name, scheduled_time, execution_time, workflow_name, state,
    request, zone_id, cron, started_by)
  values ($1, $2, $3, $4, $5, $6, 'POLLED', $7, $8, $9, $10)`

const CLAIM_LEFT = `
  update schedule_executions s set execution_time = ${DB_NOW}
  where id = any(array(
    select id from schedule_executions
    where state = 'POLLED' and execution_time <= ${DB_NOW} - ${LEFT_AFTER_MS}
    order by execution_time limit ${AT_ONCE} for update skip locked))
  returning id, namespace_id as "namespaceId", schedule_name as "scheduleName", scheduled_time as "scheduledTime",
    execution_time as "executionTime", request, cron, zone_id as "zoneId", started_by as "startedBy"`

/** Those that a server noted and did not live to start. Starting one twice is the same as once. */
export async function claimLeftFirings(app: App): Promise<Firing[]> {
  return (await app.db.pool.query<Firing>(CLAIM_LEFT)).rows
}
