import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import { startWorkflowRequestSchema, taskResultSchema } from '@/server/model/requests'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { executeWorkflow } from './execute-workflow'
import { createTestActor, define, defineTask, startTestApp, type TestApp } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'
import { updateTaskByRef } from './update-task-by-ref'
import { updateTaskV2 } from './update-task-v2'

let db: TestDatabase
let app: TestApp
let actor: Actor
let client: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db)
  actor = await createTestActor(db)
  client = clientOf(app, actor)
  await define(db, actor, {
    name: 'scripted',
    tasks: [
      {
        name: 'sum',
        taskReferenceName: 'sum',
        type: 'INLINE',
        inputParameters: { evaluatorType: 'javascript', expression: '1 + 1' },
      },
    ],
  })
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

const simple = (name: string, ref = name) => ({ name, taskReferenceName: ref, type: 'SIMPLE' })

describe('work of our own', () => {
  it('is done again when the server that held it is gone', async () => {
    await app.runner.stop()
    const id = await client.start({ name: 'scripted' })
    expect((await client.look(id)).tasks).toEqual(['sum#0:IN_PROGRESS'])
    await db.pool.query('update tasks set lease_until = 1 where execution_id = $1', [id])
    const next = startTestApp(db)
    const seen = await clientOf(next, actor).reaches(id, 'COMPLETED')
    expect(seen.output).toEqual({ result: 2 })
    await next.stop()
    await app.stop()
    app = startTestApp(db)
    client = clientOf(app, actor)
  })
})

describe('execute', () => {
  const start = (name: string) => startWorkflowRequestSchema.parse({ name, input: {} })

  it('answers when the workflow has ended', async () => {
    const request = { start: start('scripted'), waitUntilTaskRefs: [], waitForSeconds: 5 }
    const { workflowId, inTime } = await executeWorkflow(app, actor, request)
    expect(inTime).toBe(true)
    expect((await client.look(workflowId)).status).toBe('COMPLETED')
  })

  it('answers when an awaited task has ended, or the time is up', async () => {
    await define(db, actor, { name: 'awaited', tasks: [simple('aw_1'), simple('aw_2')] })
    const request = { start: start('awaited'), waitUntilTaskRefs: ['aw_1'], waitForSeconds: 10 }
    const executing = executeWorkflow(app, actor, request)
    await client.work('aw_1')
    const { workflowId, inTime } = await executing
    expect(inTime).toBe(true)
    expect((await client.look(workflowId)).tasks).toEqual(['aw_1#0:COMPLETED', 'aw_2#0:SCHEDULED'])
    const began = Date.now()
    expect((await executeWorkflow(app, actor, { ...request, waitForSeconds: 1 })).inTime).toBe(false)
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000)
  })
})

describe('other ways to answer a task', () => {
  it('by its reference name, merging its output', async () => {
    await define(db, actor, { name: 'by_ref', tasks: [simple('named', 'ref')] })
    const workflowId = await client.start({ name: 'by_ref' })
    const update = { workflowId, taskRefName: 'ref', workerId: null }
    await updateTaskByRef(app, actor, { ...update, status: 'IN_PROGRESS', output: { a: 1 } })
    expect(await updateTaskByRef(app, actor, { ...update, status: 'COMPLETED', output: { b: 2 } })).not.toBeNull()
    expect(await client.look(workflowId)).toMatchObject({ status: 'COMPLETED', output: { a: 1, b: 2 } })
    expect(await updateTaskByRef(app, actor, { ...update, status: 'COMPLETED', output: {} })).toBeNull()
  })

  it('with the next task in return', async () => {
    await define(db, actor, { name: 'in_turn', tasks: [simple('turn', 't1'), simple('turn', 't2')] })
    await client.start({ name: 'in_turn' })
    const { task } = await client.poll('turn')
    const result = taskResultSchema.parse({ ...task, status: 'COMPLETED', workerId: 'w' })
    const next = await updateTaskV2(app, actor, result)
    expect(next?.task).toMatchObject({ referenceTaskName: 't2', status: 'IN_PROGRESS', workerId: 'w' })
    const last = await updateTaskV2(app, actor, taskResultSchema.parse({ ...next?.task, status: 'COMPLETED' }))
    expect(last).toBeNull()
  })

  it('keeping the task when the lease is extended', async () => {
    await defineTask(db, actor, { name: 'long', responseTimeoutSeconds: 60 })
    await define(db, actor, { name: 'lengthy', tasks: [simple('long')] })
    const id = await client.start({ name: 'lengthy' })
    const polled = await client.poll('long')
    await db.pool.query('update tasks set lease_until = lease_until - 30000 where id = $1', [polled.task.taskId])
    await client.answer(polled, { status: 'IN_PROGRESS', extendLease: true })
    const { rows } = await db.pool.query('select status, lease_until, update_time from tasks where id = $1', [
      polled.task.taskId,
    ])
    expect(rows[0].status).toBe('IN_PROGRESS')
    expect(rows[0].lease_until - rows[0].update_time).toBe(60_000)
    await app.store.remove(actor.namespaceId, asWorkflowId(id))
  })

  it('a task with an output that is too large fails for good', async () => {
    const small = startTestApp(db, { PLAYGROUND_LIMIT_TASK_OUTPUT_BYTES: '1000' })
    await define(db, actor, { name: 'modest', tasks: [simple('modest')] })
    await client.start({ name: 'modest' })
    const polled = await client.poll('modest')
    await clientOf(small, actor).answer(polled, { outputData: { text: 'x'.repeat(2_000) } })
    const seen = await client.reaches(polled.task.workflowInstanceId, 'FAILED')
    expect(seen.tasks).toEqual(['modest#0:FAILED_WITH_TERMINAL_ERROR'])
    expect(seen.reason).toContain('taskOutputBytes')
    await small.stop()
  })
})
