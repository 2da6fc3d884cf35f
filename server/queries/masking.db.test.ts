import { afterAll, beforeAll, expect, it } from 'vitest'
import { asWorkflowId } from '@/server/model/ids'
import { createTestActor, define, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { clientOf, type TestClient } from '@/server/operations/testing/worker'
import { tenantOf } from '@/server/platform/tenant'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { getRunData } from './get-run-data'
import { getTask } from './get-task'
import { getWorkflow, getWorkflows } from './get-workflow'
import { getWorkflowStatus } from './get-workflow-status'
import { listRecentInputs } from './list-recent-inputs'

let db: TestDatabase
let app: TestApp
let client: TestClient
let actor: Awaited<ReturnType<typeof createTestActor>>

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db)
  actor = await createTestActor(db)
  client = clientOf(app, actor)
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

it('the worker gets the values, nobody who reads does', async () => {
  const inputParameters = { card: '${workflow.input.card}', _secrets: { key: 'hidden-2' }, open: 1 }
  const task = { name: 'pay', taskReferenceName: 'pay', type: 'SIMPLE', inputParameters }
  const outputParameters = { card: '${pay.output.card}' }
  await define(db, actor, { name: 'masked', tasks: [task], maskedFields: ['card'], outputParameters })
  const id = await client.start({ name: 'masked', input: { card: 'hidden-1', _masked: { a: 'hidden-3' } } })
  const polled = await client.work('pay', { outputData: { card: 'hidden-1' } })
  expect(polled.task.inputData).toEqual({ card: 'hidden-1', _secrets: { key: 'hidden-2' }, open: 1 })
  await client.reaches(id, 'COMPLETED')

  const tenant = tenantOf(app.db, actor.namespaceId)
  const { workflow, tasks } = await getWorkflow(tenant, id, true)
  expect(workflow).toMatchObject({ input: { card: '***', _masked: '***' }, output: { card: '***' } })
  expect(tasks[0]).toMatchObject({ inputData: { card: '***', _secrets: '***', open: 1 }, outputData: { card: '***' } })
  const reads = await Promise.all([
    getWorkflows(tenant, [asWorkflowId(id)], true),
    getTask(tenant, polled.task.taskId),
    getRunData(tenant, id),
    getWorkflowStatus(tenant, id),
    listRecentInputs(tenant, 'masked'),
  ])
  for (const read of reads) {
    expect(JSON.stringify(read)).toContain('***')
    expect(JSON.stringify(read)).not.toContain('hidden-1')
    expect(JSON.stringify(read)).not.toContain('hidden-3')
  }
})
