import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { terminateWorkflow } from './terminate-workflow'
import { createTestActor, define, startTestApp, type TestApp } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'

/** `rateLimitConfig` of a workflow, over two replicas. */
let db: TestDatabase
let actor: Actor
let apps: readonly [TestApp, TestApp]
let one: TestClient
let two: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  actor = await createTestActor(db)
  apps = [startTestApp(db), startTestApp(db)]
  one = clientOf(apps[0], actor)
  two = clientOf(apps[1], actor)
})
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()))
  await db.drop()
})

const gated = (name: string, rateLimitConfig: object) =>
  define(db, actor, { name, rateLimitConfig, tasks: [{ name, taskReferenceName: 't', type: 'SIMPLE' }] })

describe('executions of one key', () => {
  it('wait RUNNING without a task, and begin in the order of their starts', async () => {
    await gated('gate', { rateLimitKey: '${workflow.input.customer}', concurrentExecLimit: 1 })
    const start = (client: TestClient, customer: string) => client.start({ name: 'gate', input: { customer } })
    const ids = [await start(one, 'a'), await start(two, 'a'), await start(one, 'a')]
    const other = await start(two, 'b')
    expect(await Promise.all([...ids, other].map(async (id) => (await one.look(id)).tasks.length))).toEqual([
      1, 0, 0, 1,
    ])
    expect((await one.look(ids[1] ?? '')).status).toBe('RUNNING')
    await terminateWorkflow(apps[1], actor, { workflowId: other, reason: null, triggerFailureWorkflow: false })
    for (const id of ids) {
      const polled = await one.poll('gate')
      expect(polled.task.workflowInstanceId).toBe(id)
      await two.answer(polled)
      await one.reaches(id, 'COMPLETED')
    }
  })

  it('are never more than the limit, however many start at once', async () => {
    await gated('crowd', { rateLimitKey: 'all', concurrentExecLimit: 3 })
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).start({ name: 'crowd' })))
    const { rows } = await db.pool.query(
      `select count(*)::int as begun from tasks t join executions e on e.id = t.execution_id where e.name = 'crowd'`,
    )
    expect(rows).toEqual([{ begun: 3 }])
  })

  it('are refused under the policy REJECT, and leave nothing', async () => {
    await gated('refusing', { rateLimitKey: 'r', concurrentExecLimit: 1, policy: 'REJECT' })
    const id = await one.start({ name: 'refusing' })
    await expect(two.start({ name: 'refusing' })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    const { rows } = await db.pool.query(`select id from executions where name = 'refusing'`)
    expect(rows).toEqual([{ id }])
    await one.work('refusing')
    await two.start({ name: 'refusing' })
  })

  it('that are terminated while they wait never begin', async () => {
    await gated('given_up', { rateLimitKey: 'g', concurrentExecLimit: 1 })
    const [first, second] = [await one.start({ name: 'given_up' }), await one.start({ name: 'given_up' })]
    await terminateWorkflow(apps[0], actor, { workflowId: second, reason: null, triggerFailureWorkflow: false })
    await one.work('given_up')
    await one.reaches(first, 'COMPLETED')
    expect(await one.look(second)).toMatchObject({ status: 'TERMINATED', tasks: [] })
  })
})
