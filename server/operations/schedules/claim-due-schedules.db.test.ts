import { expect, test } from 'vitest'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { claimDueSchedules } from './claim-due-schedules'

const { db, app, actor } = await openTestApp()
await app.runner.stop()

const MINUTE_MS = 60_000

test('a schedule that is on time does not wait behind many that make up for a day', async () => {
  const body = {
    cronExpression: '0 * * * * *',
    zoneId: 'UTC',
    runCatchupScheduleInstances: true,
    startWorkflowRequest: { name: 'nobody', input: {} },
  }
  const values = [actor.namespaceId, JSON.stringify(body)]
  await db.pool.query(
    `insert into schedules (namespace_id, name, body, paused, created_by, updated_by)
     select $1::int, 'late ' || n, $2::json, false, '', '' from generate_series(1, 60) n
     union all select $1::int, 'on time', $2::json, false, '', ''`,
    values,
  )
  const now = Date.now()
  await db.pool.query(
    `insert into schedule_clocks (namespace_id, name, nth, next_at, expected_at)
     select namespace_id, name, 0, case when name = 'on time' then $2::bigint else $3::bigint end, 0
     from schedules where namespace_id = $1`,
    [actor.namespaceId, now - 1_000, now - 1_440 * MINUTE_MS],
  )
  const names = (await claimDueSchedules(app)).map(({ scheduleName }) => scheduleName)
  expect(names).toHaveLength(50)
  expect(names).toContain('on time')
  const next = (await claimDueSchedules(app)).map(({ scheduledTime }) => scheduledTime)
  expect(Math.max(...next)).toBeLessThan(now - MINUTE_MS)
})
