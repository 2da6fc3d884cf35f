import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import { type Database, openDatabase } from '@/server/platform/database'
import { type Cable, layCable } from '@/server/platform/testing/cable'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, restClient } from '@/server/rest/testing/rest-client'
import { createStore } from '@/server/store/store'
import { pollTasks } from './poll-tasks'
import { toStart } from './start-workflow'
import { createTestActor, define, defineTask, startTestApp, type TestApp } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'

/** The fault plan: what may happen to a server, its clock, its database and the way between them. */
const ABANDONED_MS = 1_500
const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })
const nap = { name: 'nap', taskReferenceName: 'nap', type: 'WAIT', inputParameters: { duration: '1 seconds' } }

let db: TestDatabase
let actor: Actor
let cable: Cable
let far: Database
/** One server behind a cable, one beside it: two replicas on one database. */
let apps: readonly [TestApp, TestApp]
let one: TestClient
let two: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  actor = await createTestActor(db)
  cable = await layCable(db.url)
  far = openDatabase(cable.url, { abandonedMs: ABANDONED_MS })
  apps = [startTestApp(far, { LOG_LEVEL: 'silent' }), startTestApp(db, { LOG_LEVEL: 'silent' })]
  one = clientOf(apps[0], actor)
  two = clientOf(apps[1], actor)
})
afterEach(() => {
  vi.useRealTimers()
  cable.delayBy(0)
  cable.thaw()
})
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()))
  await far.close()
  await cable.cut()
  await db.drop()
})

const refusal = (error: unknown) => (error instanceof AppError ? error.code : error)
const count = async (sql: string, ...values: readonly unknown[]): Promise<number> =>
  (await db.pool.query<{ count: number }>(`select count(*)::int as count ${sql}`, [...values])).rows[0]?.count ?? 0

const pollFor = (taskType: string, timeoutMs: number) =>
  pollTasks(apps[0], actor, { taskType, workerId: 'w', domain: null, count: 3, timeoutMs })
const startMany = (many: number, name: string) =>
  Promise.all(Array.from({ length: many }, () => one.start({ name }).catch(refusal)))

it('R3: before a frozen database nothing is claimed twice and nothing answered is lost', async () => {
  await define(db, actor, { name: 'frozen', tasks: [simple('frozen_task')] })
  await vi.waitFor(() => expect(apps[0].settingsNews.isHeard).toBe(true), 20_000)
  await startMany(20, 'frozen')
  cable.freeze()
  const polls = Array.from({ length: 30 }, () => pollFor('frozen_task', 100))
  const underWay = startMany(20, 'frozen')
  await vi.waitFor(() => expect(apps[0].store.waiting).toBe(0))
  cable.thaw()
  expect(await count('from executions where id::text = any($1)', await underWay)).toBe(20)
  expect(await count(`from tasks where def_name = 'frozen_task'`)).toBe(40)
  const taken = (await Promise.all(polls)).flat().map(({ task }) => task.taskId)
  expect(new Set(taken).size).toBe(taken.length)
  expect(await count(`from tasks where def_name = 'frozen_task' and status = 'IN_PROGRESS'`)).toBe(taken.length)
})

it('R3: what waits behind a batch that a frozen database holds is told to come again', async () => {
  const { limits, quotas, environment, logger } = apps[0]
  const store = createStore({ db: far, limits, quotas, environment, logger, patienceMs: 1_000 })
  const request = toStart(actor, startWorkflowRequestSchema.parse({ name: 'frozen', input: {} }))
  const start = () => store.start(actor.namespaceId, request).catch(refusal)
  await start()
  cable.freeze()
  const underWay = start()
  await vi.waitFor(() => expect(store.waiting).toBe(0))
  expect(await Promise.all(Array.from({ length: 50 }, start))).toEqual(Array(50).fill('UNAVAILABLE'))
  expect(store.waiting).toBe(0)
  cable.thaw()
  expect(await underWay).toMatchObject({ workflow: { status: 'RUNNING' } })
  await store.stop()
})

it('R5, R18: a server that stands still within a transaction loses its locks, and comes too late', async () => {
  await define(db, actor, { name: 'zombie', tasks: [simple('zombie_task')] })
  const id = await two.start({ name: 'zombie' })
  const polled = await two.poll('zombie_task')
  const stopped = cable.freezeBefore('written by the late one')
  const output = { outputData: { by: 'written by the late one' } }
  const late = one.answer(polled, output).catch(refusal)
  await stopped
  await two.answer(polled, { outputData: { by: 'the other' } })
  cable.thaw()
  // Told to come again where it stood still for too long, it hears what the first one heard.
  if ((await late) === 'UNAVAILABLE') await one.answer(polled, output)
  expect(await two.look(id)).toMatchObject({ status: 'COMPLETED', output: { by: 'the other' } })
})

it('R5: work whose server stood still past its lease is done by another, once', async () => {
  const expression = `'the ' + 'late answer ' + Math.random()`
  const script = {
    ...simple('late_script'),
    type: 'INLINE',
    inputParameters: { evaluatorType: 'javascript', expression },
  }
  await define(db, actor, { name: 'overdue', tasks: [simple('overdue_task'), script, simple('overdue_end')] })
  const id = await two.start({ name: 'overdue' })
  const polled = await two.poll('overdue_task')
  const stopped = cable.freezeBefore('the late answer')
  const answered = one.answer(polled).catch(refusal)
  await stopped
  await db.pool.query(`update tasks set lease_until = 1 where execution_id = $1 and ref = 'late_script'`, [id])
  const ended = ['overdue_task#0:COMPLETED', 'late_script#0:COMPLETED', 'overdue_end#0:SCHEDULED']
  const tasks = async () => (await two.look(id)).tasks
  await vi.waitFor(async () => expect(await tasks()).toEqual(ended), 20_000)
  const output = async () =>
    (
      await db.pool.query('select o.data from tasks t join task_outputs o on o.id = t.id where t.execution_id = $1', [
        id,
      ])
    ).rows
  const before = await output()
  cable.thaw()
  await answered
  expect(await output()).toEqual(before)
  expect(await tasks()).toEqual(ended)
})

it('R6: timers go by the clock of the database, however that of the server jumps', async () => {
  await define(db, actor, { name: 'jumpy', tasks: [nap, simple('jumpy_task')] })
  await defineTask(db, actor, { name: 'jumpy_task', responseTimeoutSeconds: 2, retryCount: 1, retryDelaySeconds: 0 })
  for (const minutes of [10, -10]) {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
    const id = await two.start({ name: 'jumpy' })
    await two.poll('jumpy_task')
    vi.setSystemTime(Date.now() - 2 * minutes * 60_000)
    await two.work('jumpy_task')
    expect((await two.look(id)).tasks).toEqual(['nap#0:COMPLETED', 'jumpy_task#0:TIMED_OUT', 'jumpy_task#1:COMPLETED'])
    vi.useRealTimers()
    const { rows } = await db.pool.query<{ early: number; late: number }>(
      `select min(end_time - start_time)::int as early, max(end_time - start_time)::int as late
       from tasks where execution_id = $1 and retry_count = 0`,
      [id],
    )
    expect(rows[0]?.early).toBeGreaterThanOrEqual(1_000)
    expect(rows[0]?.late).toBeLessThan(60_000)
  }
})

it('R16: while the disk is full writes are refused with the reason, reads go on, and afterwards all goes on', async () => {
  await define(db, actor, { name: 'full', tasks: [simple('full_task')] })
  const id = await two.start({ name: 'full' })
  const polled = await two.poll('full_task')
  await db.pool.query(`
    create function no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
    create trigger no_space before insert or update on executions execute function no_space();
    create trigger no_space before insert or update on tasks execute function no_space()`)
  const refused = { code: 'UNAVAILABLE', message: expect.stringMatching(/cannot store anything .*No space left/) }
  await expect(two.start({ name: 'full' })).rejects.toMatchObject(refused)
  await expect(two.answer(polled)).rejects.toMatchObject(refused)
  expect(await two.look(id)).toMatchObject({ status: 'RUNNING' })
  await db.pool.query('drop function no_space cascade')
  await two.answer(polled)
  expect(await two.look(id)).toMatchObject({ status: 'COMPLETED' })
  await two.start({ name: 'full' })
})

it('R17: workers do not wait for slow screens', async () => {
  await define(db, actor, { name: 'busy', tasks: [simple('busy_task')] })
  const call = restClient(createRest(apps[0]), { 'x-authorization': await createToken(db, actor, 'editor') })
  const taken = await Promise.all(Array.from({ length: far.readers.options.max }, () => far.readers.connect()))
  const screen = call('GET', '/workflow/search?size=1')
  await vi.waitFor(() => expect(far.readers.waitingCount).toBeGreaterThan(0))
  const { text: id } = await call('POST', '/workflow', { name: 'busy', input: {} })
  const { body } = await call('GET', '/tasks/poll/busy_task')
  const result = { taskId: body.taskId, workflowInstanceId: id, status: 'COMPLETED', outputData: {} }
  expect((await call('POST', '/tasks', result)).status).toBe(200)
  expect(await two.look(id)).toMatchObject({ status: 'COMPLETED' })
  expect(far.readers.waitingCount).toBeGreaterThan(0)
  for (const client of taken) client.release()
  expect((await screen).status).toBe(200)
})

it('R19: over a slow line that breaks again and again no update fails and each task ends once', async () => {
  const steps = ['line_1', 'line_2']
  await define(db, actor, { name: 'line', tasks: steps.map(simple) })
  for (const name of steps)
    await defineTask(db, actor, { name, responseTimeoutSeconds: 1, retryCount: 50, retryDelaySeconds: 0 })
  cable.delayBy(5)
  let answered = 0
  const isOpen = async () => (await count(`from executions where name = 'line' and status = 'RUNNING'`)) > 0
  const work = async (taskType: string): Promise<void> => {
    while (await isOpen()) {
      for (const polled of await pollFor(taskType, 200)) {
        await one.answer(polled)
        if (++answered % 5 === 0) cable.reset()
      }
    }
  }
  const ids = await startMany(10, 'line')
  await Promise.all([...steps, ...steps].map(work))
  expect(answered).toBeGreaterThanOrEqual(20)
  expect(await count(`from executions where id::text = any($1) and status = 'COMPLETED'`, ids)).toBe(10)
  expect(await count(`from tasks where def_name like 'line_%' and status = 'COMPLETED'`)).toBe(20)
})
