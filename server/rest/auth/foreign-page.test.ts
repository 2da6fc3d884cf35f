import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { isFromForeignPage } from './foreign-page'

const OURS = 'https://play.example'

async function judged(headers: Record<string, string>): Promise<boolean> {
  const hono = new Hono().all('*', (c) => c.json(isFromForeignPage(c.req, OURS)))
  return (await hono.request('/api/workflow', { method: 'POST', headers })).json()
}

test.each([
  { host: 'conductor:3000' },
  { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' },
  { host: 'localhost:3000', 'sec-fetch-site': 'none' },
  { host: '10.1.2.3:3000', origin: 'http://10.1.2.3:3000' },
  { host: '[::1]:3000', origin: 'http://[::1]:3000' },
  { host: 'play.example', origin: OURS },
])('ours: %o', async (headers) => expect(await judged(headers)).toBe(false))

test.each([
  { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' },
  { host: 'localhost:3000', 'sec-fetch-site': 'same-site' },
  { host: 'localhost:3000', origin: 'https://evil.example' },
  { host: 'localhost:3000', origin: 'http://localhost:8000' },
  { host: 'localhost:3000', origin: 'null' },
  // A name of somebody else that leads here.
  { host: 'evil.example:3000', origin: 'http://evil.example:3000', 'sec-fetch-site': 'same-origin' },
  { host: 'evil.example:3000', 'sec-fetch-site': 'same-origin' },
])('foreign: %o', async (headers) => expect(await judged(headers)).toBe(true))
