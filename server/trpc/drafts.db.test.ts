import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import { cookieOf } from '@/server/auth/testing/people'
import { startTestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createContext } from './context'
import { appRouter } from './router'

const database = await createTestDatabase()
const app = startTestApp(database, { NEXTAUTH_SECRET: 'a secret for tests' })
afterAll(async () => {
  await app.stop()
  await database.drop()
})

/** The page of somebody new, in a namespace of their own. */
async function newcomer() {
  const cookie = await cookieOf(app.prisma, await createGuest(app.prisma, null))
  const call = async () =>
    appRouter.createCaller(await createContext(app, { cookie, namespaceName: null, address: '203.0.113.8' }))
  await (await call()).namespaces.ensure()
  return call
}

test('a version opens with its reader’s own draft of it, and with nobody else’s', async () => {
  const [ann, ben] = [await newcomer(), await newcomer()]
  const id = randomUUID()
  const draft = { id, name: 'hello_world', version: 1, baseUpdatedAt: null, text: '{}', revision: 0 }
  expect(await (await ann()).drafts.save(draft)).toMatchObject({ outcome: 'saved', revision: 1 })
  const opened = await (await ann()).drafts.open({ name: 'hello_world', version: null })
  expect(opened).toMatchObject({ stored: { name: 'hello_world', version: 1 }, draft: { id, text: '{}' } })
  expect(await (await ben()).drafts.open({ name: 'hello_world', version: 1 })).toMatchObject({ draft: null })
  expect(await (await ben()).drafts.get({ id })).toBeNull()
  await expect((await ann()).drafts.open({ name: 'nowhere', version: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('ids that are none, and coordinates out of the world, are refused', async () => {
  const call = await (await newcomer())()
  await expect(call.drafts.get({ id: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const note = { id: randomUUID(), subject: 'a', ref: null, text: '', x: 1e9, y: 0 }
  await expect(call.notes.save(note)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('samples are offered as they are shipped', async () => {
  const samples = await (await (await newcomer())()).definitions.samples()
  expect(samples.map(({ name }) => name)).toContain('PopulationMinMax')
})
