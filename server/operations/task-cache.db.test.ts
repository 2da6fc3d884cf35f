import { afterAll, expect, test } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { taskResultSchema } from '@/server/model/requests'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { removeExpiredResults } from './remove-expired-results'
import { removeNamespace } from './remove-namespace'
import { createTestActor, define, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'
import { updateTask } from './update-task'

const database = await createTestDatabase()
const app = startTestApp(database, { PLAYGROUND_LIMIT_CACHED_RESULTS: '3' })
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const task = (more: object = {}) => ({
  name: 'look_up',
  taskReferenceName: 't',
  type: 'SIMPLE',
  inputParameters: { id: '${workflow.input.id}' },
  cacheConfig: { key: 'customer-${id}', ttlInSecond: 3600 },
  ...more,
})

const definition = (name: string, tasks: readonly object[], more: object = {}) => ({
  name,
  version: 1,
  ownerEmail: 'a@example.org',
  outputParameters: { got: '${t.output}' },
  tasks,
  ...more,
})

async function someone() {
  const actor = await createTestActor(database)
  await define(database, actor, definition('cached', [task()]))
  return { actor, client: clientOf(app, actor) }
}

async function kept(actor: Actor): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    'select count(*)::int as count from task_cache where namespace_id = $1',
    [actor.namespaceId],
  )
  return rows[0]?.count ?? 0
}

test('a hit completes the row without a worker; another key is a miss', async () => {
  const { client, actor } = await someone()
  const first = await client.start({ name: 'cached', input: { id: 1 } })
  await client.work('look_up', { outputData: { name: 'Ada' } })
  expect((await client.reaches(first, 'COMPLETED')).output).toEqual({ got: { name: 'Ada' } })

  const again = await client.start({ name: 'cached', input: { id: 1 } })
  const seen = await client.reaches(again, 'COMPLETED')
  expect(seen.output).toEqual({ got: { name: 'Ada', _cachedResponse: true } })
  const { rows } = await database.pool.query('select poll_count, status from tasks where execution_id = $1', [again])
  expect(rows).toEqual([{ poll_count: 0, status: 'COMPLETED' }])

  const other = await client.start({ name: 'cached', input: { id: 2 } })
  expect((await client.work('look_up', { outputData: { name: 'Bob' } })).task.workflowInstanceId).toBe(other)
  expect((await client.reaches(other, 'COMPLETED')).output).toEqual({ got: { name: 'Bob' } })
  expect(await kept(actor)).toBe(2)
})

test('a miss reaches a worker that waits for it', async () => {
  const { client } = await someone()
  const polled = client.poll('look_up')
  const id = await client.start({ name: 'cached', input: { id: 'waited for' } })
  expect((await polled).task).toMatchObject({ workflowInstanceId: id, status: 'IN_PROGRESS', pollCount: 1 })
})

test('another namespace has a cache of its own, which goes with it', async () => {
  const [one, two] = [await someone(), await someone()]
  await one.client.start({ name: 'cached', input: { id: 1 } })
  await one.client.work('look_up', { outputData: { secretive: true } })
  const id = await two.client.start({ name: 'cached', input: { id: 1 } })
  expect(await two.client.look(id)).toMatchObject({ status: 'RUNNING', tasks: ['t#0:SCHEDULED'] })
  await removeNamespace(app, one.actor.namespaceId)
  expect(await kept(one.actor)).toBe(0)
})

test('what expired is given to nobody, and goes', async () => {
  const { client, actor } = await someone()
  await client.start({ name: 'cached', input: { id: 1 } })
  await client.work('look_up')
  await database.pool.query('update task_cache set expires_at = $2 where namespace_id = $1', [
    actor.namespaceId,
    Date.now() - 1_000,
  ])
  const id = await client.start({ name: 'cached', input: { id: 1 } })
  expect(await client.look(id)).toMatchObject({ tasks: ['t#0:SCHEDULED'] })
  await removeExpiredResults(app)
  expect(await kept(actor)).toBe(0)
  await client.work('look_up', { outputData: { anew: 1 } })
  expect(await kept(actor)).toBe(1)
})

test('a failure is not kept; the attempt that completes is', async () => {
  const { client, actor } = await someone()
  const taskDefinition = { name: 'look_up', retryCount: 1, retryDelaySeconds: 0 }
  await define(database, actor, definition('retried', [task({ taskDefinition })]))
  const id = await client.start({ name: 'retried', input: { id: 1 } })
  await client.work('look_up', { status: 'FAILED', outputData: { v: 'bad' } })
  expect(await kept(actor)).toBe(0)
  await client.work('look_up', { outputData: { v: 'good' } })
  await client.reaches(id, 'COMPLETED')
  const next = await client.start({ name: 'cached', input: { id: 1 } })
  expect((await client.reaches(next, 'COMPLETED')).output).toEqual({ got: { v: 'good', _cachedResponse: true } })
})

test('the turns of a loop share a result, the one that was just made too', async () => {
  const { client, actor } = await someone()
  const loop = {
    name: 'loop',
    taskReferenceName: 'loop',
    type: 'DO_WHILE',
    loopCondition: '$.loop.iteration < 3',
    loopOver: [task()],
  }
  await define(database, actor, definition('turns', [loop]))
  const id = await client.start({ name: 'turns', input: { id: 1 } })
  await client.work('look_up', { outputData: { v: 1 } })
  const { tasks } = await client.reaches(id, 'COMPLETED')
  expect(tasks).toEqual(['loop#0:COMPLETED', 't__1#0:COMPLETED', 't__2#0:COMPLETED', 't__3#0:COMPLETED'])
})

test('a namespace keeps so many results, the newest', async () => {
  const { client, actor } = await someone()
  for (const id of [1, 2, 3, 4, 5]) {
    await client.start({ name: 'cached', input: { id } })
    await client.work('look_up', { outputData: { id } })
  }
  expect(await kept(actor)).toBe(3)
  const newest = await client.start({ name: 'cached', input: { id: 5 } })
  expect((await client.look(newest)).status).toBe('COMPLETED')
  const oldest = await client.start({ name: 'cached', input: { id: 1 } })
  expect((await client.look(oldest)).status).toBe('RUNNING')
})

test('a task of the server’s own: a miss begins its work, a hit does not', async () => {
  const { client, actor } = await someone()
  await define(database, actor, definition('yields', [task({ type: 'YIELD' })]))
  const first = await client.start({ name: 'yields', input: { id: 1 } })
  expect((await client.look(first)).tasks).toEqual(['t#0:IN_PROGRESS'])
  const { rows } = await database.pool.query<{ id: string }>('select id from tasks where execution_id = $1', [first])
  const result = { taskId: rows[0]?.id, workflowInstanceId: first, status: 'COMPLETED', outputData: { said: 1 } }
  await updateTask(app, actor, taskResultSchema.parse(result))
  const second = await client.start({ name: 'yields', input: { id: 1 } })
  expect((await client.look(second)).output).toEqual({ got: { said: 1, _cachedResponse: true } })
})
