import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { PolledTask } from '@/server/model/polled-task'
import type { TaskDefInput } from '@/server/model/task-def'
import { pollTasks } from './poll-tasks'
import { terminateWorkflow } from './terminate-workflow'
import { openTestReplicas } from './testing/open-test-replicas'
import { define, defineTask } from './testing/test-app'
import { clientOf } from './testing/worker'

/** Limits of task definitions hold over all replicas, strictly. */
const { db, actor, apps, one: client } = await openTestReplicas()

/** A workflow of one task with these limits, started `runs` times. */
async function startLimited(name: string, limits: Partial<TaskDefInput>, runs: number): Promise<string[]> {
  await defineTask(db, actor, { name, retryCount: 0, ...limits })
  await define(db, actor, { name, tasks: [{ name, taskReferenceName: 't', type: 'SIMPLE' }] })
  const ids: string[] = []
  for (let run = 0; run < runs; run++) ids.push(await client.start({ name }))
  return ids
}

const take = (taskType: string, { app = 0, count = 1, timeoutMs = 100 } = {}): Promise<readonly PolledTask[]> =>
  pollTasks(apps[app] ?? apps[0], actor, { taskType, workerId: 'w', domain: null, count, timeoutMs })

const taskOf = async (taskType: string): Promise<PolledTask> => {
  const [task] = await take(taskType, { timeoutMs: 5_000 })
  if (!task) throw new Error(`Nothing to do for ${taskType}`)
  return task
}

describe('concurrentExecLimit', () => {
  it('case 71: the second row waits until the first has ended', async () => {
    const [first] = await startLimited('one_at_a_time', { concurrentExecLimit: 1 }, 2)
    const held = await taskOf('one_at_a_time')
    expect(held.task.workflowInstanceId).toBe(first)
    expect(await take('one_at_a_time')).toEqual([])
    await client.answer(held)
    await client.answer(await taskOf('one_at_a_time'))
  })

  it('case 300: a free place is taken at once by a poll that waits for it, in order', async () => {
    const ids = await startLimited('promptly', { concurrentExecLimit: 1 }, 4)
    let held = await taskOf('promptly')
    for (const id of ids.slice(1)) {
      const waiting = taskOf('promptly')
      const freed = performance.now()
      await client.answer(held)
      held = await waiting
      expect(held.task.workflowInstanceId).toBe(id)
      expect(performance.now() - freed).toBeLessThan(2_000)
    }
    await client.answer(held)
  })

  it('case 299: a terminated workflow gives its place back', async () => {
    const [first] = await startLimited('given_back', { concurrentExecLimit: 1 }, 2)
    await taskOf('given_back')
    await terminateWorkflow(apps[1], actor, { workflowId: first ?? '', reason: null, triggerFailureWorkflow: false })
    await client.answer(await taskOf('given_back'))
  })

  it('an attempt that is postponed by its worker gives its place back meanwhile', async () => {
    await startLimited('postponed', { concurrentExecLimit: 1 }, 2)
    const held = await taskOf('postponed')
    await client.answer(held, { status: 'IN_PROGRESS', callbackAfterSeconds: 600 })
    const other = await taskOf('postponed')
    expect(other.task.workflowInstanceId).not.toBe(held.task.workflowInstanceId)
  })

  it('case 298: never more than N rows at a time, with workers on two replicas that race', async () => {
    const LIMIT = 3
    const RUNS = 60
    await startLimited('raced', { concurrentExecLimit: LIMIT }, RUNS)
    const running = new Set<string>()
    let [most, done] = [0, 0]
    const work = async (app: number): Promise<void> => {
      const own = clientOf(apps[app] ?? apps[0], actor)
      while (done < RUNS) {
        for (const task of await take('raced', { app, count: 5, timeoutMs: 200 })) {
          running.add(task.task.taskId)
          most = Math.max(most, running.size)
          await sleep(1)
          running.delete(task.task.taskId)
          await own.answer(task)
          done++
        }
      }
    }
    await Promise.all([work(0), work(1), work(0), work(1), work(0), work(1)])
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(LIMIT)
    expect(done).toBe(RUNS)
  })
})

describe('rateLimitPerFrequency', () => {
  it('cases 69 and 70: the second row waits until the window has passed', async () => {
    await startLimited('rated', { rateLimitPerFrequency: 1, rateLimitFrequencyInSeconds: 1 }, 2)
    const began = performance.now()
    await client.answer(await taskOf('rated'))
    expect(await take('rated')).toEqual([])
    await client.answer(await taskOf('rated'))
    expect(performance.now() - began).toBeGreaterThan(990)
  })

  it('counts on both replicas, and a batch takes no more than is left', async () => {
    await startLimited('batched', { rateLimitPerFrequency: 4, rateLimitFrequencyInSeconds: 30 }, 8)
    const polled = await Promise.all([0, 1, 0, 1].map((app) => take('batched', { app, count: 3, timeoutMs: 500 })))
    expect(polled.flat()).toHaveLength(4)
  })
})

describe('work of the server', () => {
  const http = (name: string) => ({
    name,
    taskReferenceName: 't',
    type: 'HTTP',
    // Refused by the guard: it ends without a network.
    inputParameters: { uri: 'http://127.0.0.1:1/', method: 'GET' },
    optional: true,
  })
  const statusOf = async (id: string) => (await client.look(id)).tasks[0]

  it('cases 67 and 68: the second row stays SCHEDULED until the window has passed', async () => {
    const limits = { rateLimitPerFrequency: 1, rateLimitFrequencyInSeconds: 2, retryCount: 0 }
    await defineTask(db, actor, { name: 'rated_http', ...limits })
    await define(db, actor, { name: 'rated_http', tasks: [http('rated_http')] })
    const first = await client.start({ name: 'rated_http' })
    await client.reaches(first, 'COMPLETED')
    const second = await client.start({ name: 'rated_http' })
    expect(await statusOf(second)).toBe('t#0:SCHEDULED')
    expect((await client.reaches(second, 'COMPLETED')).tasks).toEqual(['t#0:FAILED_WITH_TERMINAL_ERROR'])
  })

  it('a sub-workflow counts while its child runs', async () => {
    await defineTask(db, actor, { name: 'one_child', concurrentExecLimit: 1, retryCount: 0 })
    await define(db, actor, { name: 'kid', tasks: [{ name: 'kid_work', taskReferenceName: 'k', type: 'SIMPLE' }] })
    const child = { name: 'one_child', taskReferenceName: 'c', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'kid' } }
    await define(db, actor, { name: 'family', tasks: [child] })
    const ids = [await client.start({ name: 'family' }), await client.start({ name: 'family' })] as const
    await client.work('kid_work')
    await client.reaches(ids[0], 'COMPLETED')
    await client.work('kid_work')
    await client.reaches(ids[1], 'COMPLETED')
    const { rows } = await db.pool.query(`select count(*)::int as kids from executions where name = 'kid'`)
    expect(rows[0]).toEqual({ kids: 2 })
  })
})
