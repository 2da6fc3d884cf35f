import type { PoolClient } from 'pg'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { SaveScheduleRequest, ScheduleBody } from '@/server/model/schedule'
import type { App } from '@/server/operations/app'
import { requireDefinitionSize } from '@/server/operations/check-workflow-def'
import { inTransaction } from '@/server/operations/in-transaction'
import { requirePlace } from '@/server/operations/require-place'
import { DB_NOW } from '@/server/queue/clock'
import { scheduleProblems } from './check-schedule'
import { clocksOf, nextRun } from './schedule-clocks'

/** Makes a schedule or replaces the one of this name; its clocks begin anew. */
export async function saveSchedule(app: App, actor: Actor, request: SaveScheduleRequest): Promise<void> {
  requireRole(actor, 'editor')
  const problems = scheduleProblems(request, app.limits)
  if (problems.length > 0) {
    const validationErrors = problems.map(({ field, message }) => ({ path: `saveSchedule.arg0.${field}`, message }))
    throw new AppError('BAD_REQUEST', problems.map(({ message }) => message).join(' '), { validationErrors })
  }
  const { workflowDef } = request.startWorkflowRequest
  if (workflowDef) requireDefinitionSize(app, workflowDef)
  const { name, paused, pausedReason, tags, ...body } = request
  await inTransaction(app.db, async (client) => {
    await requirePlace(client, actor, {
      limit: app.quotas.schedules,
      count: 'select count(*)::int as count from schedules where namespace_id = $1 and name <> $2',
      params: [name],
      refusal: (limit) => `This namespace may have ${limit} schedules (limit schedules).`,
    })
    await client.query(SAVE, [
      actor.namespaceId,
      name,
      JSON.stringify(body),
      paused,
      paused ? (pausedReason ?? null) : null,
      tags ? JSON.stringify(tags) : null,
      actor.name,
    ])
    await setClocks(client, { namespaceId: actor.namespaceId, name, body, paused })
  })
}

const SAVE = `
  insert into schedules (namespace_id, name, body, paused, paused_reason, tags, created_by, updated_by)
  values ($1, $2, $3, $4, $5, coalesce($6::json, '[]'), $7, $7)
  on conflict (namespace_id, name) do update set body = excluded.body, paused = excluded.paused,
    paused_reason = excluded.paused_reason, tags = coalesce($6::json, schedules.tags),
    updated_by = excluded.updated_by, updated_at = now()`

export interface ClockedSchedule {
  readonly namespaceId: number
  readonly name: string
  readonly body: ScheduleBody
  readonly paused: boolean
}

interface ClockRow {
  readonly nth: number
  readonly expectedAt: number | null
}

/**
 * A paused schedule has no next time. What a clock last expected is kept while its schedule is only paused, and is where
 * one that goes on begins to make up for what it missed.
 */
export async function setClocks(
  client: PoolClient,
  { namespaceId, name, body, paused }: ClockedSchedule,
  goesOn = false,
): Promise<void> {
  const key = [namespaceId, name]
  const { rows: clock } = await client.query<{ now: number }>(`select ${DB_NOW} as now`)
  const { rows: known } = await client.query<ClockRow>(
    'select nth, expected_at as "expectedAt" from schedule_clocks where namespace_id = $1 and name = $2',
    key,
  )
  const now = clock[0]?.now ?? 0
  await client.query('delete from schedule_clocks where namespace_id = $1 and name = $2', key)
  for (const [nth, each] of clocksOf(body).entries()) {
    const last = known.find((row) => row.nth === nth)?.expectedAt ?? null
    const expected = goesOn || paused ? (last ?? now) : now
    const after = body.runCatchupScheduleInstances && goesOn ? expected : now
    await client.query('insert into schedule_clocks values ($1, $2, $3, $4, $5)', [
      ...key,
      nth,
      paused ? null : nextRun(body, each, after),
      expected,
    ])
  }
}
