import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { asTaskId, asWorkflowId } from '@/server/model/ids'
import type { JournalPatch } from '@/server/model/journal'
import { createTestActor, define, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { clientOf, type TestClient } from '@/server/operations/testing/worker'
import { idFrom } from '@/server/platform/ids'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'

let db: TestDatabase
let app: TestApp
let actor: Actor
let client: TestClient

const plainStart = {
  version: null,
  definition: null,
  input: {},
  correlationId: null,
  priority: 0,
  taskToDomain: {},
  createdBy: null,
  event: null,
  idempotencyKey: null,
  idempotencyStrategy: 'RETURN_EXISTING',
} as const

const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db, { LOG_LEVEL: 'silent' })
  actor = await createTestActor(db)
  client = clientOf(app, actor)
  await define(db, actor, { name: 'stored', tasks: [simple('st_1'), simple('st_2')] })
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

describe('the store', () => {
  it('answers another namespace’s id as an unknown one', async () => {
    const id = await client.start({ name: 'stored' })
    const stranger = await createTestActor(db)
    const foreign = app.store.submit({
      namespaceId: stranger.namespaceId,
      workflowId: asWorkflowId(id),
      event: { type: 'pause' },
    })
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND', message: `No such workflow found by id: ${id}` })
    await expect(clientOf(app, stranger).start({ name: 'stored' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const nonsense = app.store.submit({ ...actor, workflowId: asWorkflowId('nonsense'), event: { type: 'wake' } })
    await expect(nonsense).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await app.store.remove(actor.namespaceId, asWorkflowId(id))
  })

  it('starts once under a chosen id, however often it is asked, and counts it to the run that led to it', async () => {
    const id = asWorkflowId(idFrom('the same start'))
    const root = asWorkflowId(await client.start({ name: 'stored' }))
    const start = { ...plainStart, name: 'stored', workflowId: id, rootWorkflowId: root }
    const [one, two] = await Promise.all([1, 2].map(() => app.store.start(actor.namespaceId, start)))
    const three = await app.store.start(actor.namespaceId, start)
    expect([one?.workflowId, two?.workflowId, three.workflowId]).toEqual([id, id, id])
    expect(three.workflow?.rootWorkflowId).toBe(root)
    const { rows } = await db.pool.query('select seq from journal where execution_id = $1', [id])
    expect(rows).toHaveLength(1)
    await Promise.all([id, root].map((each) => app.store.remove(actor.namespaceId, each)))
  })

  it('writes one journal row for each transition, from which the headers can be folded', async () => {
    const id = await client.start({ name: 'stored' })
    await client.work('st_1')
    await client.work('st_2')
    const { rows } = await db.pool.query<{ seq: number; kind: string; patch: JournalPatch }>(
      'select seq, kind, patch from journal where execution_id = $1 order by seq',
      [id],
    )
    expect(rows.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(['1 start', '2 task-result', '3 task-result'])
    expect(rows.at(-1)?.patch.workflow).toMatchObject({ workflowId: id, status: 'COMPLETED', revision: 3 })
    expect(rows.at(-1)?.patch.tasks).toMatchObject([{ referenceTaskName: 'st_2', status: 'COMPLETED' }])
  })

  it('refuses the one request that cannot be stored and keeps its neighbours', async () => {
    // The name of the queue is too long for its index: only PostgreSQL finds out.
    const domain = randomBytes(10_000).toString('hex')
    const poison = { name: 'stored', taskToDomain: { st_1: domain } }
    await define(db, actor, { name: 'poisoned', tasks: [simple('st_1')] })
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        client.start(i === 7 ? { ...poison, name: 'poisoned' } : { name: 'stored' }),
      ),
    )
    expect(results.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1)
    expect(results[7]).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL' } })
    await Promise.all(Array.from({ length: 19 }, () => client.work('st_1')))
    await Promise.all(Array.from({ length: 19 }, () => client.work('st_2')))
  })

  it('holds requests while the database is away', async () => {
    const id = await client.start({ name: 'stored' })
    const polled = await client.poll('st_1')
    await db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query !~ 'pg_terminate'`,
    )
    await client.answer(polled)
    expect((await client.look(id)).tasks).toEqual(['st_1#0:COMPLETED', 'st_2#0:SCHEDULED'])
    await client.work('st_2')
  })

  it('refuses an unknown task of a known execution', async () => {
    const id = asWorkflowId(await client.start({ name: 'stored' }))
    const taskId = asTaskId('00000000-0000-4000-8000-000000000000')
    const event = { type: 'redrive', taskId } as const
    await expect(app.store.submit({ ...actor, workflowId: id, event })).resolves.toMatchObject({ workflowId: id })
    await app.store.remove(actor.namespaceId, id)
    await expect(client.look(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('shares the batches of a busy moment and loses nothing', async () => {
    const ids = await Promise.all(Array.from({ length: 300 }, () => client.start({ name: 'stored' })))
    await Promise.all(ids.map(() => client.work('st_1')))
    await Promise.all(ids.map(() => client.work('st_2')))
    const { rows } = await db.pool.query('select status, count(*)::int from executions where id = any($1) group by 1', [
      ids,
    ])
    expect(rows).toEqual([{ status: 'COMPLETED', count: 300 }])
  })
})
