import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessKey, createAccessKey } from '@/e2e/testing/create-access-key'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'

/**
 * R21: the server behind an address is replaced under load, as for an upgrade: another one joins it, then it stops. A
 * client that sends again what a connection swallowed, as SDKs do, never hears of a failure.
 */
let database: TestDatabase
let key: AccessKey
const running: RunningServer[] = []
/** The address that clients know leads to the servers in turn. */
let targets: readonly RunningServer[] = []
const proxy = createServer((near) => void forward(near))

beforeAll(async () => {
  database = await createTestDatabase()
  targets = [await begin()]
  key = await createAccessKey(database, 'rolling')
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(async () => {
  proxy.close()
  await Promise.all(running.map((server) => server.stop()))
  await database?.drop()
})

async function begin(): Promise<RunningServer> {
  const server = await startServer({}, database)
  running.push(server)
  return server
}

let turn = 0
function forward(near: Socket): void {
  const { port } = new URL(targets[turn++ % targets.length]?.url ?? '')
  const distant = connect(Number(port), 'localhost')
  for (const socket of [near, distant]) {
    socket.on('error', () => undefined)
    socket.on('close', () => {
      near.destroy()
      distant.destroy()
    })
  }
  near.pipe(distant).pipe(near)
}

interface Heard {
  readonly status: number
  readonly text: string
}

const CLIENTS = 6
const STEP = { name: 'step', taskReferenceName: 'step', type: 'SIMPLE' }
const RETRIED = { name: 'step', retryCount: 20, retryDelaySeconds: 0, responseTimeoutSeconds: 2, timeoutSeconds: 0 }

test('R21: a server takes over from another, and no update fails', { timeout: 120_000 }, async () => {
  const headers = { 'content-type': 'application/json', 'x-authorization': '' }
  const refused: Heard[] = []
  const call = async (method: string, path: string, body?: unknown): Promise<string> => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const address = proxy.address()
    const port = typeof address === 'object' && address ? address.port : 0
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/api${path}`, init)
        const text = await response.text()
        if (response.status >= 400) refused.push({ status: response.status, text })
        return text
      } catch {
        // The connection ended with its server: the same again, to the next one.
      }
    }
  }
  headers['x-authorization'] = JSON.parse(await call('POST', '/token', key)).token
  await call('POST', '/metadata/taskdefs', [RETRIED])
  await call('POST', '/metadata/workflow', { name: 'rolling', tasks: [STEP] })

  const started: string[] = []
  const answered = new Set<string>()
  let isOver = false
  const client = async (): Promise<void> => {
    while (!isOver) {
      started.push(await call('POST', '/workflow', { name: 'rolling', input: {} }))
      const polled = JSON.parse(await call('GET', '/tasks/poll/batch/step?count=2&timeout=100'))
      for (const { taskId, workflowInstanceId } of polled) {
        await call('POST', '/tasks', { taskId, workflowInstanceId, status: 'COMPLETED', outputData: {} })
        answered.add(taskId)
      }
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  const more = (many: number) => {
    const goal = answered.size + many
    return expect.poll(() => answered.size, { timeout: 30_000 }).toBeGreaterThan(goal)
  }
  await more(20)
  const [old] = targets
  const next = await begin()
  targets = [...targets, next]
  await more(20)
  targets = [next]
  expect(await old?.stop()).toBe(0)
  running.shift()
  await more(20)
  isOver = true
  await Promise.all(clients)

  expect(refused).toEqual([])
  const { rows } = await database.pool.query(
    `select (select count(*)::int from executions where id = any($1::uuid[])) as started,
            (select count(*)::int from tasks where id = any($2::uuid[]) and status in ('COMPLETED', 'TIMED_OUT')) as ended,
            (select count(*)::int from tasks t where status = 'COMPLETED' and exists (
               select from tasks u where u.execution_id = t.execution_id and u.status = 'COMPLETED' and u.id <> t.id)) as twice`,
    [started, [...answered]],
  )
  expect(rows).toEqual([{ started: started.length, ended: answered.size, twice: 0 }])
})
