import { expect, test } from 'vitest'
import { isSameSite } from './same-site'

const OURS = 'https://play.example'

function post(headers: Record<string, string>): Request {
  return new Request(`${OURS}/api/trpc/x`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  })
}

test('our own pages may post JSON', () => {
  expect(isSameSite(post({ origin: OURS }), OURS)).toBe(true)
  expect(isSameSite(post({ origin: 'http://10.1.2.3:3000', host: '10.1.2.3:3000' }), OURS)).toBe(true)
})

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://play.example.evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('a foreign page may not: %o', (headers) => {
  expect(isSameSite(post(headers), OURS)).toBe(false)
})

test('a form that needs no preflight is refused', () => {
  expect(isSameSite(post({ origin: OURS, 'content-type': 'text/plain' }), OURS)).toBe(false)
  expect(isSameSite(post({ origin: OURS, 'content-type': 'multipart/form-data; boundary=x' }), OURS)).toBe(false)
})
