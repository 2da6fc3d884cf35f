import type { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { taskResultSchema } from '@/server/model/requests'
import type { Database } from '@/server/platform/database'
import { tenantOf } from '@/server/platform/tenant'
import { getPollData } from '@/server/queries/get-poll-data'
import { getQueueSizes } from '@/server/queries/get-queue-sizes'
import { getWorkflow } from '@/server/queries/get-workflow'
import { searchWorkflows } from '@/server/queries/search-workflows'
import { claimDueWakes } from '@/server/queue/claim-due-wakes'
import { decideWorkflow } from './decide-workflow'
import { pauseWorkflow } from './pause-workflow'
import { pollTasks } from './poll-tasks'
import { removeWorkflow } from './remove-workflow'
import { terminateWorkflow } from './terminate-workflow'
import { openTestReplicas } from './testing/open-test-replicas'
import { define, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'
import { updateTask } from './update-task'

/**
 * What the reference does with its queue the engine does with rows of the same database: the row is the entry. What is
 * left to fail alone are the statements that hand out work and those that tell other replicas of it.
 */
const { db, apps, actor, one } = await openTestReplicas()
const HANDS_OUT: ReadonlySet<string> = new Set(['claim', 'claim-limited', 'find-work'])
const TELLS: ReadonlySet<string> = new Set(['notify'])

const simple = (ref: string) => ({ name: ref, taskReferenceName: ref, type: 'SIMPLE', retryCount: 0 })
const wait = (ref: string, duration: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'WAIT',
  inputParameters: { duration },
})

/** A connection on which statements of these names fail. */
function without(names: ReadonlySet<string>): Database {
  return {
    ...db,
    async connectEngine() {
      const client = await db.connectEngine()
      const query = client.query.bind(client) as (statement: unknown, values?: unknown) => unknown
      const guarded = (statement: unknown, values?: unknown): unknown => {
        const name = typeof statement === 'object' && statement !== null && 'name' in statement ? statement.name : null
        return names.has(String(name)) ? Promise.reject(new Error('The queue is away.')) : query(statement, values)
      }
      client.query = guarded as Client['query']
      return client
    },
  }
}

function startWithout(names: ReadonlySet<string>) {
  const app = startTestApp(without(names), { LOG_LEVEL: 'silent' })
  afterAll(() => app.stop())
  return { app, client: clientOf(app, actor) }
}

test('case 40: a started workflow is due once, however many deadlines it has and however many replicas look', async () => {
  const tasks = [
    {
      name: 'f',
      taskReferenceName: 'f',
      type: 'FORK_JOIN',
      forkTasks: [[wait('w1', '1 days')], [wait('w2', '2 days')]],
    },
    { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['w1', 'w2'] },
  ]
  await define(db, actor, { name: 'due_once', tasks, timeoutSeconds: 500_000, timeoutPolicy: 'TIME_OUT_WF' })
  const id = await one.start({ name: 'due_once' })
  await Promise.all(apps.map((app) => app.runner.stop()))
  await db.pool.query('update executions set wake_at = 1 where id = $1', [id])
  const looks = [...apps, ...apps, ...apps].map((app) => claimDueWakes(app.store.queue.link, 60_000, 100))
  const due = (await Promise.all(looks)).flat()
  expect(due).toEqual([{ workflowId: id, namespaceId: actor.namespaceId }])
})

test('case 189: a task that nobody is told of stays SCHEDULED, is found by looking, and the workflow completes', async () => {
  const mute = startWithout(TELLS)
  const other = startWithout(new Set())
  await define(db, actor, { name: 'untold', tasks: [simple('untold_1'), simple('untold_2')] })
  const waiting = other.client.poll('untold_1')
  const id = await mute.client.start({ name: 'untold' })
  expect((await mute.client.look(id)).tasks).toHaveLength(1)
  await mute.client.answer(await waiting)
  expect((await mute.client.look(id)).tasks[1]).toBe('untold_2#0:SCHEDULED')
  await other.client.work('untold_2')
  await other.client.reaches(id, 'COMPLETED')
})

test('cases 364 and 365: while nothing can be handed out a poll gets nothing, and all else succeeds', async () => {
  const able = startWithout(new Set())
  const { app, client } = startWithout(HANDS_OUT)
  await define(db, actor, { name: 'kept', tasks: [simple('kept_1'), simple('kept_2')] })
  const polled = await client.start({ name: 'kept' })
  const task = await able.client.poll('kept_1')
  const [scheduled, over] = [await client.start({ name: 'kept' }), await client.start({ name: 'kept' })]

  const poll = { taskType: 'kept_1', workerId: 'w', domain: null, count: 5, timeoutMs: 200 }
  expect(await pollTasks(app, actor, poll)).toEqual([])
  expect(await client.answer(task)).toBe(task.task.taskId)
  expect((await client.look(polled)).tasks).toEqual(['kept_1#0:COMPLETED', 'kept_2#0:SCHEDULED'])

  const tenant = tenantOf(db, actor.namespaceId)
  await pauseWorkflow(app, actor, scheduled)
  await decideWorkflow(app, actor, scheduled)
  await terminateWorkflow(app, actor, { workflowId: scheduled, reason: 'r', triggerFailureWorkflow: false })
  await removeWorkflow(app, actor, over)
  expect((await getWorkflow(tenant, scheduled, true)).workflow.status).toBe('TERMINATED')
  const request = { start: 0, size: 10, sort: '', freeText: '*', query: `workflowType = 'kept'` }
  expect((await searchWorkflows(tenant, request)).totalHits).toBe(2)
  await app.store.queue.pollData.flush()
  expect(await getPollData(tenant, 'kept_1')).toMatchObject([{ workerId: 'w' }])

  // The reference refuses these two: its queue would have to take the task back, and to count.
  expect(await getQueueSizes(tenant, ['kept_2'])).toEqual({ kept_2: 1 })
  const next = await able.client.poll('kept_2')
  const progress = { ...next.task, status: 'IN_PROGRESS', callbackAfterSeconds: 60 }
  expect(await updateTask(app, actor, taskResultSchema.parse(progress))).toBe(next.task.taskId)
  expect((await client.look(polled)).tasks[1]).toBe('kept_2#0:SCHEDULED')
})
