import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessKey, createAccessKey } from '@/e2e/testing/create-access-key'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'

/** Two processes on one database share the work; one of them is killed, and the other ends what both had begun. */
let one: RunningServer
let two: RunningServer
let key: AccessKey

beforeAll(async () => {
  one = await startServer({})
  two = await startServer({}, one.database)
  key = await createAccessKey(one.database, 'replicas')
})
afterAll(async () => {
  await two?.stop()
  await one?.stop()
})

type Call = (method: string, path: string, body?: unknown) => Promise<string>

async function clientOf(server: RunningServer): Promise<Call> {
  const headers = { 'content-type': 'application/json', 'x-authorization': '' }
  const call: Call = async (method, path, body) => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const response = await fetch(`${server.url}/api${path}`, init)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.text()
  }
  headers['x-authorization'] = JSON.parse(await call('POST', '/token', key)).token
  return call
}

const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })
const FLOW = {
  name: 'shared',
  tasks: [
    simple('first'),
    { ...simple('script'), type: 'INLINE', inputParameters: { evaluatorType: 'javascript', expression: '1 + 1' } },
    { ...simple('nap'), type: 'WAIT', inputParameters: { duration: '1 seconds' } },
    simple('last'),
  ],
}
const RUNS = 120

interface Polled {
  readonly taskId: string
  readonly workflowInstanceId: string
}

/** Takes and answers until it is told to stop or its server is gone. */
async function work(call: Call, workerId: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    for (const type of ['first', 'last']) {
      const polled: Polled[] = JSON.parse(
        await call('GET', `/tasks/poll/batch/${type}?count=5&timeout=200&workerid=${workerId}`),
      )
      for (const { taskId, workflowInstanceId } of polled)
        await call('POST', '/tasks', { taskId, workflowInstanceId, status: 'COMPLETED', workerId, outputData: {} })
    }
  }
}

test('what a killed replica had begun is ended by the other, each task once', { timeout: 120_000 }, async () => {
  const [left, right] = [await clientOf(one), await clientOf(two)]
  const retried = { retryCount: 20, retryDelaySeconds: 0, responseTimeoutSeconds: 2, timeoutSeconds: 0 }
  await left('POST', '/metadata/taskdefs', [
    { name: 'first', ...retried },
    { name: 'last', ...retried },
  ])
  await left('POST', '/metadata/workflow', FLOW)
  const start = (nth: number) => (nth % 2 ? left : right)('POST', '/workflow', { name: 'shared', input: { nth } })
  const ids = await Promise.all(Array.from({ length: RUNS }, (_, nth) => start(nth)))

  let isOver = false
  const survivor = work(left, 'left', () => isOver)
  const victim = work(right, 'right', () => isOver).catch((error: unknown) => error)
  const done = async (worker: string) => {
    const { rows } = await one.database.pool.query<{ count: number }>(
      `select count(*)::int as count from tasks where worker_id = $1 and status = 'COMPLETED'`,
      [worker],
    )
    return rows[0]?.count ?? 0
  }
  await expect.poll(() => done('right'), { timeout: 30_000 }).toBeGreaterThan(10)
  await two.kill()
  expect(await victim).toBeInstanceOf(Error)

  const open = async () => {
    const query = encodeURIComponent('status IN (RUNNING)')
    return JSON.parse(await left('GET', `/workflow/search?size=1&query=${query}`)).totalHits
  }
  await expect.poll(open, { timeout: 90_000, interval: 500 }).toBe(0)
  isOver = true
  await survivor
  expect(await done('left')).toBeGreaterThan(10)
  const { rows } = await one.database.pool.query(
    `select e.status, count(*)::int as runs, sum(t.completed)::int as completed, max(t.twice)::int as twice
     from executions e join lateral (
       select count(*) as completed, count(*) - count(distinct ref) as twice from tasks
       where execution_id = e.id and status = 'COMPLETED') t on true
     where e.id = any($1::uuid[]) group by e.status`,
    [ids],
  )
  expect(rows).toEqual([{ status: 'COMPLETED', runs: RUNS, completed: RUNS * FLOW.tasks.length, twice: 0 }])
})
