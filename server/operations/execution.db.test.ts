import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, define, defineTask, startTestApp, type TestApp } from './testing/test-app'
import { answer, look, poll, reaches, start, work } from './testing/worker'

let db: TestDatabase
let app: TestApp
let actor: Actor

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db)
  actor = await createTestActor(db)
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

const simple = (name: string, ref = name) => ({ name, taskReferenceName: ref, type: 'SIMPLE' })

describe('an execution', () => {
  it('runs a chain of worker tasks, each fed by the one before', async () => {
    await define(db, actor, {
      name: 'chain',
      tasks: [simple('chain_a'), { ...simple('chain_b'), inputParameters: { got: '${chain_a.output.n}' } }],
      outputParameters: { result: '${chain_b.output.n}' },
    })
    const id = await start(app, actor, { name: 'chain', input: { x: 1 } })
    await work(app, actor, 'chain_a', { outputData: { n: 7 } })
    const second = await poll(app, actor, 'chain_b')
    expect(second.task.inputData).toEqual({ got: 7 })
    expect(second.task).toMatchObject({ status: 'IN_PROGRESS', workerId: 'w', pollCount: 1 })
    await answer(app, actor, second, { outputData: { n: 8 } })
    expect(await look(app, actor, id)).toEqual({
      status: 'COMPLETED',
      output: { result: 8 },
      reason: null,
      tasks: ['chain_a#0:COMPLETED', 'chain_b#0:COMPLETED'],
    })
  })
  it('retries a failed task and fails when its attempts are spent', async () => {
    await defineTask(db, actor, { name: 'flaky', retryCount: 1, retryDelaySeconds: 0 })
    await define(db, actor, { name: 'retrying', tasks: [simple('flaky')] })
    const id = await start(app, actor, { name: 'retrying' })
    await work(app, actor, 'flaky', { status: 'FAILED', reasonForIncompletion: 'one' })
    await work(app, actor, 'flaky', { status: 'FAILED', reasonForIncompletion: 'two' })
    const seen = await look(app, actor, id)
    expect(seen.status).toBe('FAILED')
    expect(seen.tasks).toEqual(['flaky#0:FAILED', 'flaky#1:FAILED'])
    expect(seen.reason).toMatch(/failed with status: FAILED and reason: 'two'/)
  })
})
