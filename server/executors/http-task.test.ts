import { expect, it } from 'vitest'
import type { JsonObject } from '@/server/model/json'
import { callHttp } from './http-task'
import { OutboundError } from './outbound-error'
import type { OutboundGuard, OutboundRequest, OutboundResponse } from './outbound-guard'

/** A guard that answers the same to everybody and remembers what it was asked. */
function answering(status: number, body: string): OutboundGuard & { asked: OutboundRequest[] } {
  const asked: OutboundRequest[] = []
  const reason = status === 200 ? 'OK' : 'Not Found'
  const response: OutboundResponse = { status, reason, headers: { Date: ['now'] }, body: Buffer.from(body) }
  return {
    asked,
    send: async (request) => {
      asked.push(request)
      return response
    },
  }
}
const failing = (error: Error): OutboundGuard => ({ send: () => Promise.reject(error) })
const GET = { uri: 'http://x.test/', method: 'get' }

it('shows status, headers and the parsed body', async () => {
  expect(await callHttp({ http_request: GET, asyncComplete: false }, answering(200, '{"a":[1]}'))).toEqual({
    status: 'completed',
    output: { response: { statusCode: 200, reasonPhrase: 'OK', headers: { Date: ['now'] }, body: { a: [1] } } },
  })
})

it.each([
  ['[1,2]', [1, 2]],
  ['7', 7],
  ['true', 'true'],
  ['null', 'null'],
  ['"text"', 'text'],
  ['<html>', '<html>'],
  ['', null],
  ['{"nul":"a\\u0000b"}', { nul: 'a\ufffdb' }],
  ['['.repeat(200) + ']'.repeat(200), '['.repeat(200) + ']'.repeat(200)],
])('reads the body %s', async (text, body) => {
  expect(await callHttp(GET, answering(200, text))).toMatchObject({ output: { response: { body } } })
})

it('accepts both input forms and sends what they say', async () => {
  const guard = answering(200, '{}')
  const fields = {
    uri: 'http://x.test/a',
    method: 'POST',
    body: { b: 1 },
    headers: { 'X-A': 1 },
    accept: ['a/b', 'c/d'],
    connectionTimeOut: 500,
  }
  await callHttp({ http_request: fields }, guard)
  await callHttp(fields, guard)
  expect(guard.asked[0]).toEqual(guard.asked[1])
  expect(guard.asked[0]).toMatchObject({
    method: 'POST',
    url: 'http://x.test/a',
    body: '{"b":1}',
    headers: { accept: 'a/b, c/d', 'content-type': 'application/json', 'x-a': '1' },
    connectTimeoutMs: 500,
    readTimeoutMs: 3000,
  })
})

it.each<[JsonObject, string]>([
  [
    { http_request: { method: 'GET' } },
    'Missing HTTP URI.  See documentation for HttpTask for required input parameters',
  ],
  [{ http_request: { uri: 'http://x' } }, 'No HTTP method specified'],
  [
    {},
    "Missing HTTP request. Task input MUST have a 'http_request' key with HttpTask.Input as value. See documentation for HttpTask for required input parameters",
  ],
])('fails without a request: %o', async (input, reason) => {
  expect(await callHttp(input, answering(200, ''))).toEqual({ status: 'failed', output: {}, reason, retryable: true })
})

it('fails on other status codes, unless they are accepted', async () => {
  const text = '404 Not Found on GET request for "http://x.test/": "gone"'
  expect(await callHttp(GET, answering(404, 'gone'))).toEqual({
    status: 'failed',
    output: { response: text },
    reason: `Failed to invoke HTTP task due to: ${text}`,
    retryable: true,
  })
  expect(await callHttp({ ...GET, acceptedStatusCodes: ['4xx'] }, answering(404, ''))).toMatchObject({
    status: 'completed',
  })
  expect(await callHttp({ ...GET, acceptedStatusCodes: [404] }, answering(404, ''))).toMatchObject({
    status: 'completed',
  })
})

it('says why no answer came, and whether a repeat may help', async () => {
  const text = 'I/O error on GET request for "http://x.test/": connection refused'
  expect(await callHttp(GET, failing(new OutboundError('failed', 'connection refused')))).toEqual({
    status: 'failed',
    output: { response: text },
    reason: `Failed to invoke HTTP task due to: ${text}`,
    retryable: true,
  })
  expect(await callHttp(GET, failing(new OutboundError('refused', 'no')))).toMatchObject({ retryable: false })
  await expect(callHttp(GET, failing(new TypeError('a bug')))).rejects.toThrow('a bug')
})

it('does not call a host that has had its share', async () => {
  const guard = answering(200, '')
  expect(await callHttp(GET, guard, (host) => host !== 'x.test')).toMatchObject({
    status: 'failed',
    retryable: true,
    reason: expect.stringContaining('limit httpPerMinutePerHost'),
  })
  expect(guard.asked).toEqual([])
})

it('with hedgingConfig is sent again where it failed, so often, and as often as the host may be called', async () => {
  const hedged = (maxAttempts: number) => ({ http_request: { ...GET, hedgingConfig: { maxAttempts } } })
  const guard = answering(404, '')
  expect(await callHttp(hedged(3), guard)).toMatchObject({ status: 'failed' })
  expect(guard.asked).toHaveLength(3)
  const good = answering(200, '{}')
  expect(await callHttp(hedged(3), good)).toMatchObject({ status: 'completed' })
  expect(good.asked).toHaveLength(1)
  const limited = answering(404, '')
  let left = 2
  await callHttp(hedged(5), limited, () => left-- > 0)
  expect(limited.asked).toHaveLength(2)
})
