import { afterAll, beforeAll, expect, it } from 'vitest'
import { fireSchedules, removeOldFirings } from '@/server/operations/schedules/fire-schedules'
import { runScheduleNow } from '@/server/operations/schedules/run-schedule-now'
import { createTestActor, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { simple } from '@/server/rest/testing/rest-server'

let db: TestDatabase
let app: TestApp
let other: TestApp
let call: RestClient
let viewer: RestClient
let namespaceId: number

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db, { PLAYGROUND_LIMIT_SCHEDULE_SECONDS: '5', PLAYGROUND_QUOTA_SCHEDULES: '15' })
  other = startTestApp(db)
  const actor = await createTestActor(db)
  namespaceId = actor.namespaceId
  call = restClient(createRest(app), { 'x-authorization': await createToken(db, actor, 'owner') })
  viewer = restClient(createRest(app), { 'x-authorization': await createToken(db, actor, 'viewer') })
  await call('POST', '/metadata/workflow', { name: 'timed', tasks: [simple('timed_task')] })
})
afterAll(async () => {
  await app.stop()
  await other.stop()
  await db.drop()
})

const DAILY = '0 0 9 * * *'
const schedule = (name: string, more: object = {}) => ({
  name,
  cronExpression: DAILY,
  startWorkflowRequest: { name: 'timed', input: { a: 1 }, correlationId: name },
  ...more,
})
const save = (name: string, more: object = {}) => call('POST', '/scheduler/schedules', schedule(name, more))
const get = async (name: string) => (await call('GET', `/scheduler/schedules/${name}`)).body

/** As if its time had come. */
async function bringDue(name: string, at = Date.now() - 1_000): Promise<void> {
  await db.pool.query('update schedule_clocks set next_at = $3 where namespace_id = $1 and name = $2', [
    namespaceId,
    name,
    at,
  ])
}
const historyOf = async (name: string) =>
  (await call('GET', `/scheduler/search/executions?query=${encodeURIComponent(`scheduleName = '${name}'`)}`)).body

async function executed(name: string, count = 1) {
  await expect
    .poll(
      async () => (await historyOf(name)).results.filter((each: { state: string }) => each.state !== 'POLLED').length,
      {
        timeout: 10_000,
      },
    )
    .toBe(count)
  return (await historyOf(name)).results
}

it('keeps a schedule as it was written and tells when it runs next', async () => {
  const { status, body } = await save('kept', { zoneId: 'Europe/Berlin', description: 'Every morning' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ name: 'kept', cronExpression: DAILY, zoneId: 'Europe/Berlin', paused: false })
  expect(body.startWorkflowRequest).toMatchObject({ name: 'timed', input: { a: 1 }, correlationId: 'kept' })
  expect(body.nextRunTime).toBeGreaterThan(Date.now())
  expect(await get('kept')).toEqual(body)
  await save('kept', { cronExpression: '0 0 10 * * *' })
  expect(await get('kept')).toMatchObject({ cronExpression: '0 0 10 * * *', zoneId: 'UTC' })
  expect((await call('GET', '/scheduler/schedules?workflowName=timed')).body).toHaveLength(1)
  expect((await call('GET', '/scheduler/schedules?workflowName=other')).body).toEqual([])
  expect((await call('GET', '/scheduler/schedules/search?freeText=KEP')).body).toMatchObject({ totalHits: 1 })
  expect((await call('GET', '/scheduler/schedules/search?paused=true')).body).toEqual({ totalHits: 0, results: [] })
  expect(await call('GET', '/scheduler/schedules/nobody')).toMatchObject({
    status: 404,
    body: { message: expect.stringContaining('nobody') },
  })
  expect((await call('DELETE', '/scheduler/schedules/kept')).status).toBe(200)
  expect((await call('DELETE', '/scheduler/schedules/kept')).status).toBe(200)
  expect((await call('GET', '/scheduler/schedules/kept')).status).toBe(404)
})

it('starts the workflow when its time has come, once for all replicas, and notes it', async () => {
  await save('fires')
  const due = Date.now() - 1_000
  await bringDue('fires', due)
  await Promise.all([fireSchedules(app), fireSchedules(other), fireSchedules(app), fireSchedules(other)])
  const [execution] = await executed('fires')
  expect(execution).toMatchObject({ state: 'EXECUTED', scheduledTime: due, workflowName: 'timed', zoneId: 'UTC' })
  const workflow = (await call('GET', `/workflow/${execution.workflowId}`)).body
  expect(workflow).toMatchObject({ status: 'RUNNING', correlationId: 'fires' })
  expect(workflow.input).toEqual({
    a: 1,
    _startedByScheduler: 'fires',
    _scheduledTime: due,
    _executedTime: execution.executionTime,
    _executionId: execution.executionId,
    _schedulerCron: `${DAILY} UTC`,
  })
  const query = encodeURIComponent("correlationId = 'fires'")
  expect((await call('GET', `/workflow/search?query=${query}`)).body.totalHits).toBe(1)
  expect((await call('GET', '/scheduler/search/executions?query=fires')).body.totalHits).toBe(1)
  expect((await get('fires')).nextRunTime).toBeGreaterThan(Date.now())
})

it('a start that a server noted and did not live to make is made by another, once', async () => {
  const id = '0190b0aa-0000-7000-8000-00000000aaaa'
  const request = JSON.stringify(schedule('left').startWorkflowRequest)
  await db.pool.query(
    `insert into schedule_executions (id, namespace_id, schedule_name, scheduled_time, execution_time, workflow_name,
       state, request, zone_id, cron, started_by) values ($1, $2, 'left', 1, 1, 'timed', 'POLLED', $3, 'UTC', '', 'me')`,
    [id, namespaceId, request],
  )
  await Promise.all([fireSchedules(app), fireSchedules(other)])
  const [execution] = await executed('left')
  expect(execution).toMatchObject({ state: 'EXECUTED', workflowId: id })
  const query = encodeURIComponent("correlationId = 'left'")
  expect((await call('GET', `/workflow/search?query=${query}`)).body.totalHits).toBe(1)
})

it('a workflow that does not exist fails the run, not the schedule', async () => {
  await save('vain', { startWorkflowRequest: { name: 'not_registered' } })
  await bringDue('vain')
  expect(await executed('vain')).toMatchObject([
    { state: 'FAILED', reason: expect.stringContaining('No such workflow defined. name=not_registered') },
  ])
  expect((await get('vain')).nextRunTime).toBeGreaterThan(Date.now())
})

it('is started by hand as its clock would start it, paused or not, and leaves the clock alone', async () => {
  await save('by_hand', { paused: true })
  const owner = await createTestActor(db)
  const actor = { ...owner, namespaceId: namespaceId as typeof owner.namespaceId }
  const workflowId = await runScheduleNow(app, actor, 'by_hand')
  expect(await executed('by_hand')).toMatchObject([{ state: 'EXECUTED', workflowId }])
  const run = (await call('GET', `/workflow/${workflowId}`)).body
  expect(run).toMatchObject({ correlationId: 'by_hand', input: { a: 1, _startedByScheduler: 'by_hand' } })
  expect((await get('by_hand')).paused).toBe(true)
  await expect(runScheduleNow(app, actor, 'nobody')).rejects.toThrow("Schedule 'nobody' not found")
  await save('by_hand_vain', { startWorkflowRequest: { name: 'not_registered' } })
  await expect(runScheduleNow(app, actor, 'by_hand_vain')).rejects.toThrow('name=not_registered')
  await expect(runScheduleNow(app, { ...actor, role: 'viewer' }, 'by_hand')).rejects.toThrow('role editor')
})

it('a paused schedule has no next time; resumed it goes on from now, or makes up for what it missed', async () => {
  await save('rests')
  expect((await call('PUT', '/scheduler/schedules/rests/pause?reason=holidays')).status).toBe(200)
  expect(await get('rests')).toMatchObject({ paused: true, pausedReason: 'holidays' })
  const { nextRunTime, cronSchedules, createTime, updatedTime } = await get('rests')
  expect([nextRunTime, cronSchedules, updatedTime > createTime]).toEqual([undefined, [], true])
  expect((await call('GET', '/scheduler/schedules/rests/resume')).status).toBe(200)
  expect((await get('rests')).paused).toBe(false)
  expect((await call('PUT', '/scheduler/schedules/rests/resume')).status).toBe(404)
  expect((await call('PUT', '/scheduler/schedules/nobody/pause')).status).toBe(404)
  expect((await call('DELETE', '/scheduler/schedules/rests/pause')).status).toBe(405)

  await save('catches_up', { runCatchupScheduleInstances: true })
  await call('PUT', '/scheduler/schedules/catches_up/pause')
  const day = 86_400_000
  const threeDaysAgo = Math.floor(Date.now() / day) * day - 3 * day + 9 * 3_600_000
  await db.pool.query(`update schedule_clocks set expected_at = $1 where name = 'catches_up'`, [threeDaysAgo])
  await call('PUT', '/scheduler/schedules/catches_up/resume')
  const missed = Date.now() >= threeDaysAgo + 3 * day ? 3 : 2
  const times = (await executed('catches_up', missed)).map(
    ({ scheduledTime }: { scheduledTime: number }) => scheduledTime,
  )
  expect(times.toSorted()).toEqual(Array.from({ length: missed }, (_, at) => threeDaysAgo + (at + 1) * day))
  expect((await get('catches_up')).nextRunTime).toBeGreaterThan(Date.now())
})

it('working out every clock anew forgets nothing that one is still making up for', async () => {
  await save('behind', { runCatchupScheduleInstances: true })
  await save('not_behind')
  const missed = Math.floor(Date.now() / 86_400_000) * 86_400_000 + 9 * 3_600_000 - 86_400_000
  const set = 'update schedule_clocks set expected_at = $1, next_at = $2 where namespace_id = $3 and name = any($4)'
  const later = Date.now() + 3_600_000
  await db.pool.query(set, [missed - 86_400_000, later, namespaceId, ['behind', 'not_behind']])
  await call('GET', '/scheduler/admin/requeue')
  const owed = Date.now() >= missed + 86_400_000 ? 2 : 1
  const [first] = (await executed('behind', owed)).toReversed()
  expect(first.scheduledTime).toBe(missed)
  expect((await historyOf('not_behind')).totalHits).toBe(0)
})

it('keeps to its bounds, and several expressions keep a clock each', async () => {
  const start = Date.UTC(2099, 0, 1, 9)
  await save('bounded', { scheduleStartTime: start, scheduleEndTime: start + 1 })
  expect((await get('bounded')).nextRunTime).toBe(start)
  await save('over', { scheduleEndTime: Date.now() + 1 })
  expect((await get('over')).nextRunTime).toBeUndefined()
  const cronSchedules = [{ cronExpression: DAILY, zoneId: 'Asia/Tokyo' }, { cronExpression: '0 0 12 * * *' }]
  await save('several', { cronSchedules })
  const { rows } = await db.pool.query(`select next_at from schedule_clocks where name = 'several' order by nth`)
  expect(rows.map(({ next_at }) => new Date(next_at).toISOString().slice(11, 16))).toEqual(['00:00', '12:00'])
})

it('says what is wrong before anything is stored', async () => {
  const cases: [object, string][] = [
    [{ cronExpression: 'soon' }, 'Invalid cron expression "soon"'],
    [{ cronExpression: null }, 'needs a cronExpression'],
    [{ zoneId: 'Mars/Base' }, 'Unknown time zone "Mars/Base"'],
    [{ cronExpression: '* * * * * *' }, 'limit scheduleSeconds'],
    [{ scheduleStartTime: 10, scheduleEndTime: 5 }, 'must be after'],
    [{ name: '' }, 'needs a name'],
  ]
  for (const [more, message] of cases) {
    expect(await save('wrong', more)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    })
  }
  const both = await save('', { cronSchedules: [{ cronExpression: DAILY }, { cronExpression: 'soon' }] })
  expect(both.body.validationErrors).toEqual([
    { path: 'saveSchedule.arg0.name', message: 'A schedule needs a name.' },
    { path: 'saveSchedule.arg0.cronSchedules[1]', message: expect.stringContaining('Invalid cron expression "soon"') },
  ])
  expect((await call('GET', '/scheduler/schedules/wrong')).status).toBe(404)
})

it('a namespace may have so many schedules', async () => {
  const have = (await call('GET', '/scheduler/schedules')).body.length
  for (let at = have; at < 15; at++) expect((await save(`many_${at}`)).status).toBe(200)
  expect(await save('one_more')).toMatchObject({ status: 402, body: { message: expect.stringContaining('schedules') } })
  expect((await save('many_14')).status).toBe(200)
  for (let at = have; at < 15; at++) await call('DELETE', `/scheduler/schedules/many_${at}`)
})

it('tells the next few times', async () => {
  const ask = (query: string) => call('GET', `/scheduler/nextFewSchedules?cronExpression=${encodeURIComponent(query)}`)
  expect((await ask(DAILY)).body).toHaveLength(5)
  const from = Date.UTC(2099, 0, 1)
  const bounded = `${DAILY}&scheduleStartTime=${from}&scheduleEndTime=${from + 2 * 86_400_000}&limit=4`
  const path = `/scheduler/nextFewSchedules?cronExpression=${bounded.replaceAll(' ', '%20')}`
  expect((await call('GET', path)).body).toEqual([from + 9 * 3_600_000, from + 33 * 3_600_000])
  expect((await call('GET', `${path}&limit=0`)).status).toBe(200)
  expect((await ask('nonsense')).status).toBe(400)
})

it('changes many at once, and tags', async () => {
  await save('one')
  await save('two')
  expect((await call('PUT', '/scheduler/bulk/pause', ['one', 'nobody'])).body).toEqual({
    bulkErrorResults: { nobody: "Schedule 'nobody' not found" },
    bulkSuccessfulResults: ['one'],
  })
  expect((await call('GET', '/scheduler/admin/pause')).body).toEqual({ status: 'done' })
  expect((await get('two')).paused).toBe(true)
  expect((await call('GET', '/scheduler/admin/resume')).body).toEqual({ status: 'done' })
  expect([(await get('one')).paused, (await get('two')).paused]).toEqual([true, false])
  expect((await call('GET', '/scheduler/admin/requeue')).body['recordIds.size']).toBeGreaterThan(0)
  const tags = [{ key: 'team', value: 'a' }]
  await call('PUT', '/scheduler/schedules/one/tags', tags)
  expect((await call('GET', '/scheduler/schedules/one/tags')).body).toEqual(tags)
  expect((await call('GET', '/scheduler/schedules/tags?tag=team:a')).body).toMatchObject([{ name: 'one' }])
  await call('DELETE', '/scheduler/schedules/one/tags', tags)
  expect((await get('one')).tags).toEqual([])
})

it('a viewer looks and changes nothing', async () => {
  expect((await viewer('GET', '/scheduler/schedules')).status).toBe(200)
  for (const path of ['/scheduler/schedules/one/resume', '/scheduler/admin/pause', '/scheduler/admin/requeue']) {
    expect((await viewer('GET', path)).status).toBe(403)
  }
})

it('forgets what came due long ago', async () => {
  await db.pool.query(`update schedule_executions set scheduled_time = 1 where schedule_name = 'fires'`)
  await removeOldFirings(app)
  expect((await historyOf('fires')).totalHits).toBe(0)
})
