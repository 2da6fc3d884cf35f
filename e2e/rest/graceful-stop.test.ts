import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessKey, createAccessKey } from '@/e2e/testing/create-access-key'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'

/** Stopping under load: what is under way is answered, what was answered is kept, and nobody hears a 5xx. */
let database: TestDatabase
let server: RunningServer
let key: AccessKey

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startServer({}, database)
  key = await createAccessKey(database, 'stopping')
})
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

interface Heard {
  readonly status: number
  readonly text: string
}

const CLIENTS = 8
const SIMPLE = { name: 'step', taskReferenceName: 'step', type: 'SIMPLE' }

test('a stop under load loses and breaks nothing', { timeout: 60_000 }, async () => {
  const headers = { 'content-type': 'application/json', 'x-authorization': '' }
  const statuses: number[] = []
  /** Null: the server is gone. */
  const call = async (method: string, path: string, body?: unknown): Promise<Heard | null> => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    try {
      const response = await fetch(`${server.url}/api${path}`, init)
      const text = await response.text()
      statuses.push(response.status)
      return { status: response.status, text }
    } catch {
      return null
    }
  }
  headers['x-authorization'] = JSON.parse((await call('POST', '/token', key))?.text ?? '').token
  await call('POST', '/metadata/workflow', { name: 'stopping', tasks: [SIMPLE] })

  const [started, answered]: [string[], string[]] = [[], []]
  const client = async (): Promise<void> => {
    for (;;) {
      const start = await call('POST', '/workflow', { name: 'stopping', input: {} })
      if (start === null) return
      started.push(start.text)
      const polled = await call('GET', '/tasks/poll/batch/step?count=2&timeout=100')
      if (polled === null) return
      for (const { taskId, workflowInstanceId } of JSON.parse(polled.text)) {
        const update = await call('POST', '/tasks', { taskId, workflowInstanceId, status: 'COMPLETED', outputData: {} })
        if (update === null) return
        answered.push(taskId)
      }
    }
  }
  const waiting = call('GET', '/tasks/poll/batch/nobody_works?count=1&timeout=5000')
  const clients = Array.from({ length: CLIENTS }, client)
  await expect.poll(() => answered.length, { timeout: 30_000 }).toBeGreaterThan(50)
  expect(await server.stop()).toBe(0)
  await Promise.all(clients)

  expect([...new Set(statuses)]).toEqual([200])
  expect(await waiting).toMatchObject({ status: 200, text: '[]' })
  const { rows } = await database.pool.query(
    `select (select count(*)::int from executions where id = any($1::uuid[])) as started,
            (select count(*)::int from tasks where id = any($2::uuid[]) and status = 'COMPLETED') as completed`,
    [started, answered],
  )
  expect(rows).toEqual([{ started: started.length, completed: answered.length }])
})
