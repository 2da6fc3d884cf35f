import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RestServer, reaches, startRestServer, system } from '@/server/rest/testing/rest-server'
import { nextInSeconds } from './http-poll'

/** A job of another system that is done at the third look. */
let server: RestServer
let job: Server
let url: string
let looks = 0

beforeAll(async () => {
  job = createServer((request, response) => {
    looks += 1
    response.statusCode = request.url === '/broken' ? 500 : 200
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ done: looks >= 3, looks }))
  })
  await new Promise<void>((resolve) => job.listen(0, '127.0.0.1', resolve))
  const { port } = job.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
  server = await startRestServer({
    PLAYGROUND_OUTBOUND_ALLOW: `127.0.0.1:${port}`,
    PLAYGROUND_LIMIT_HTTP_POLL_MS: '100',
  })
})
afterAll(async () => {
  await server.stop()
  job.close()
})

async function poll(name: string, input: object) {
  looks = 0
  const request = { http_request: { uri: `${url}/job`, method: 'GET' }, pollingInterval: 0.1, ...input }
  const answer = await server.call('POST', '/metadata/workflow', {
    name,
    version: 1,
    tasks: [system('HTTP_POLL', 'p', request)],
  })
  expect(answer.text).toBe('')
  return (await server.call('POST', '/workflow', { name, input: {} })).text
}

it('calls until the answer meets the condition, with a line in the log for each call', async () => {
  const id = await poll('polls', { terminationCondition: '$.output.response.body.done' })
  const done = await reaches(server.call, id, 'COMPLETED')
  expect(done.output).toMatchObject({ response: { statusCode: 200, body: { done: true, looks: 3 } } })
  expect(done.tasks).toHaveLength(1)
  expect(looks).toBe(3)
  const { body: lines } = await server.call('GET', `/tasks/${done.tasks[0].taskId}/log`)
  expect(lines.map(({ log }: { log: string }) => log)).toEqual([
    'Poll 1: 200 OK, the condition is not met; again in 0.1 s',
    'Poll 2: 200 OK, the condition is not met; again in 0.1 s',
    'Poll 3: 200 OK, the condition is met',
  ])
}, 30_000)

it('fails for what HTTP fails for, and for a condition that cannot be evaluated', async () => {
  const http_request = { uri: `${url}/broken`, method: 'GET' }
  const broken = await reaches(
    server.call,
    await poll('broken', { http_request, terminationCondition: 'true' }),
    'FAILED',
  )
  expect(broken.tasks[0].reasonForIncompletion).toContain('500 Internal Server Error')
  const wrong = await reaches(server.call, await poll('wrong', { terminationCondition: 'nope()' }), 'FAILED')
  expect(wrong.tasks[0]).toMatchObject({
    status: 'FAILED_WITH_TERMINAL_ERROR',
    reasonForIncompletion: expect.stringContaining('nope is not defined'),
  })
})

it('waits as its strategy says, never less than the limit', () => {
  const waits = (input: Record<string, string | number>) => [1, 2, 3].map((turn) => nextInSeconds(input, turn, 60_000))
  expect(waits({})).toEqual([60, 60, 60])
  expect(waits({ pollingInterval: 5 })).toEqual([60, 60, 60])
  expect(waits({ pollingInterval: '70', pollingStrategy: 'LINEAR_BACKOFF' })).toEqual([70, 140, 210])
  expect(waits({ pollingInterval: 70, pollingStrategy: 'EXPONENTIAL_BACKOFF' })).toEqual([70, 140, 280])
  expect(nextInSeconds({ pollingStrategy: 'EXPONENTIAL_BACKOFF' }, 500, 1_000)).toBe(86_400)
})
