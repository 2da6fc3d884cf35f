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
import { listRuns } from './list-runs'
import { searchTasks } from './search-tasks'
import { searchWorkflows } from './search-workflows'

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

it('no search finds what is masked, nor does it miss what is not', async () => {
  const task = {
    name: 'ship',
    taskReferenceName: 'ship',
    type: 'SIMPLE',
    inputParameters: { n: '${workflow.input.n}' },
  }
  const maskedFields = ['pin_%"code']
  await define(db, actor, { name: 'hiding', tasks: [task], maskedFields, outputParameters: { n: '${ship.output.n}' } })
  const tenant = tenantOf(app.db, actor.namespaceId)
  const everything = { start: 0, size: 100, sort: '', query: '', freeText: '*' }
  const found = async (text: string) => {
    const [workflows, tasks, runs, byField] = await Promise.all([
      searchWorkflows(tenant, { ...everything, freeText: text }),
      searchTasks(tenant, { ...everything, freeText: text }),
      listRuns(tenant, { text }, { offset: 0, size: 10, sort: 'created', descending: true }),
      searchWorkflows(tenant, { ...everything, query: `input = "*${text}*"` }),
    ])
    return [workflows.totalHits, tasks.totalHits, runs.total, byField.totalHits]
  }
  await client.start({ name: 'hiding', input: { n: { 'pin_%"code': 'needle-1' } } })
  await client.work('ship', { outputData: { n: { _secrets: 'needle-1' } } })
  expect(await found('needle-1')).toEqual([0, 0, 0, 0])
  await client.start({ name: 'hiding', input: { n: 'needle-2', pin: 1, pin_xcode: 2 } })
  await client.work('ship')
  expect(await found('needle-2')).toEqual([1, 1, 1, 1])
})
