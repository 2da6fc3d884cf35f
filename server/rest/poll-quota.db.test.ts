import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { createToken } from './testing/rest-client'
import { type RestServer, startRestServer } from './testing/rest-server'

let server: RestServer

beforeAll(async () => {
  server = await startRestServer({ PLAYGROUND_PUBLIC: '1' })
})
afterAll(() => server.stop())

async function workerOf() {
  const { db } = server.app
  const token = await createToken(db, await createTestActor(db), 'worker')
  return (timeout: number) =>
    server.send(`/api/tasks/poll/batch/nobody_works?timeout=${timeout}`, { headers: { 'x-authorization': token } })
}

test('70: so many polls of a namespace may wait; more are told when to come back, and others are not affected', async () => {
  const [poll, other] = [await workerOf(), await workerOf()]
  const most = server.app.quotas.concurrentPolls ?? 0
  await poll(0)
  const polls = Array.from({ length: most + 5 }, () => poll(5_000))
  expect((await other(10)).status).toBe(200)
  const answers = await Promise.all(polls)
  const refused = answers.filter(({ status }) => status === 429)
  expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([most, 5])
  expect(refused[0]?.headers.get('retry-after')).toBe('1')
  expect(await refused[0]?.json()).toMatchObject({ message: expect.stringContaining('concurrentPolls') })
  expect((await poll(10)).status).toBe(200)
})
