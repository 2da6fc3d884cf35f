import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { removeWorkflow } from './remove-workflow'
import { retryWorkflow } from './retry-workflow'
import { createTestActor, define, defineTask, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'
import { upgradeWorkflow } from './upgrade-workflow'

const database = await createTestDatabase()
const app = startTestApp(database)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

test('a parent that asks a removed child to try again does not wait for it', async () => {
  const actor = await createTestActor(database)
  const child = { name: 's', taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'lost' } }
  await define(database, actor, { name: 'lost', tasks: [{ name: 'lost', taskReferenceName: 'i', type: 'SIMPLE' }] })
  await define(database, actor, { name: 'loser', tasks: [child] })
  const client = clientOf(app, actor)
  const parent = await client.start({ name: 'loser' })
  const { task } = await client.work('lost', { status: 'FAILED_WITH_TERMINAL_ERROR' })
  await client.reaches(parent, 'FAILED')
  await removeWorkflow(app, actor, task.workflowInstanceId)
  await retryWorkflow(app, actor, { workflowId: parent, resumeSubworkflowTasks: true })
  const { reason } = await client.reaches(parent, 'FAILED')
  expect(reason).toContain(`The execution ${task.workflowInstanceId} has been removed.`)
})

test('an upgrade keeps the deadline of a task that a worker has begun since', async () => {
  const actor = await createTestActor(database)
  const definition = { name: 'timed', tasks: [{ name: 'timed', taskReferenceName: 't', type: 'SIMPLE' }] }
  await defineTask(database, actor, { name: 'timed', timeoutSeconds: 600, responseTimeoutSeconds: 3_600 })
  await define(database, actor, definition)
  const client = clientOf(app, actor)
  const workflowId = await client.start({ name: 'timed' })
  const { task } = await client.poll('timed')
  await define(database, actor, { ...definition, version: 2 })
  await upgradeWorkflow(app, actor, { workflowId, request: { taskOutput: {}, workflowInput: {} } })
  const { rows } = await database.pool.query('select wake_at::float8 as at from executions where id = $1', [workflowId])
  expect(rows).toEqual([{ at: task.startTime + 600_000 }])
})
