import { afterAll, expect, it } from 'vitest'
import { startTestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createOwnCalls } from './create-own-calls'
import { PEER_ADDRESS } from './request-headers'

const database = await createTestDatabase()
const app = startTestApp(database)
const own = createOwnCalls(app)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const statusFrom = async (address: string) =>
  (await own.request('/metrics', { headers: { [PEER_ADDRESS]: address } })).status

it('83: shows its figures to this machine only', async () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(await statusFrom(address)).toBe(200)
  for (const address of ['', '10.0.0.1', '203.0.113.7', 'forwarded by 127.0.0.1', '::ffff:10.0.0.1', '127.example.com'])
    expect([address, await statusFrom(address)]).toEqual([address, 404])
})

it('says whether it and its database are well, and nothing else', async () => {
  const answer = await own.request('/health')
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { healthResults: [], suppressedHealthResults: [], healthy: true },
  ])
})
