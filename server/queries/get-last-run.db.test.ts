import { expect, test } from 'vitest'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { createTestActor, define } from '@/server/operations/testing/test-app'
import { clientOf } from '@/server/operations/testing/worker'
import { tenantOf } from '@/server/platform/tenant'
import { getLastRun } from './get-last-run'

const { db, app, actor } = await openTestApp()

test('the newest run with the latest row of each reference, and of nobody else', async () => {
  const loopOver = [{ name: 'looped', taskReferenceName: 'looped_ref', type: 'SIMPLE' }]
  const loop = {
    name: 'again',
    taskReferenceName: 'again_ref',
    type: 'DO_WHILE',
    loopCondition: '$.again_ref.iteration < 2',
  }
  const tasks = [
    { name: 'keep', taskReferenceName: 'keep_ref', type: 'SET_VARIABLE', inputParameters: { city: 'Oslo' } },
    { ...loop, loopOver },
  ]
  await define(db, actor, { name: 'remembered', tasks })
  const client = clientOf(app, actor)
  await client.start({ name: 'remembered', input: { n: 1 } })
  const newest = await client.start({ name: 'remembered', input: { n: 2 } })
  const own = tenantOf(db, actor.namespaceId)
  const run = await getLastRun(own, 'remembered')
  expect(run).toMatchObject({ workflowId: newest, status: 'RUNNING', input: { n: 2 }, variables: { city: 'Oslo' } })
  expect(run?.rows.map((row) => `${row.reference}:${row.status}`).sort()).toEqual([
    'again_ref:IN_PROGRESS',
    'keep_ref:COMPLETED',
    'looped_ref:SCHEDULED',
  ])
  const stranger = await createTestActor(db)
  expect(await getLastRun(tenantOf(db, stranger.namespaceId), 'remembered')).toBeNull()
})
