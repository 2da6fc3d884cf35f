import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { rerunWorkflowRequestSchema } from '@/server/model/requests'
import { type Database, openDatabase } from '@/server/platform/database'
import { type Cable, layCable } from '@/server/platform/testing/cable'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { pollTasks } from './poll-tasks'
import { rerunWorkflow } from './rerun-workflow'
import { resetCallbacks } from './reset-callbacks'
import { restartWorkflow } from './restart-workflow'
import { resumeWorkflow } from './resume-workflow'
import { retryWorkflow } from './retry-workflow'
import { createTestActor, define, startTestApp, type TestApp } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'

/** The queue is the database: both are away together, as when a network between them and the server is cut. */
let db: TestDatabase
let cable: Cable
let far: Database
let app: TestApp
let actor: Actor
let client: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  actor = await createTestActor(db)
  cable = await layCable(db.url)
  far = openDatabase(cable.url)
  app = startTestApp(far, { LOG_LEVEL: 'silent' })
  client = clientOf(app, actor)
  await define(db, actor, { name: 'away', tasks: [{ name: 'away_task', taskReferenceName: 't', type: 'SIMPLE' }] })
})
afterAll(async () => {
  await cable.mend()
  await app.stop()
  await far.close()
  await cable.cut()
  await db.drop()
})

describe('with the database away', () => {
  it('case 363: starts, restarts, reruns, retries, resumes and resets of callbacks fail with an error', async () => {
    const workflowId = await client.start({ name: 'away' })
    await cable.cut()
    const calls = [
      client.start({ name: 'away' }),
      restartWorkflow(app, actor, { workflowId, useLatest: false }),
      rerunWorkflow(app, actor, { workflowId, request: rerunWorkflowRequestSchema.parse({}) }),
      retryWorkflow(app, actor, { workflowId, resumeSubworkflowTasks: false }),
      resumeWorkflow(app, actor, workflowId),
      resetCallbacks(app, actor, workflowId),
    ]
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.map(({ status }) => status)).toEqual(calls.map(() => 'rejected'))
  })

  it('polls wait and get nothing; once it is back everything goes on', async () => {
    const poll = { taskType: 'away_task', workerId: 'w', domain: null, count: 1, timeoutMs: 200 }
    expect(await pollTasks(app, actor, poll)).toEqual([])
    await cable.mend()
    const id = await client.start({ name: 'away' })
    for (let done = 0; done < 2; done++) await client.work('away_task')
    await client.reaches(id, 'COMPLETED')
  })
})
