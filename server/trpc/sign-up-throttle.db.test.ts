import { afterAll, expect, test } from 'vitest'
import { startTestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createContext } from './context'
import { appRouter } from './router'

const database = await createTestDatabase()
const app = startTestApp(database, { PLAYGROUND_PUBLIC: '1' })
afterAll(async () => {
  await app.stop()
  await database.drop()
})

async function signUp(address: string, email: string): Promise<void> {
  const caller = appRouter.createCaller(await createContext(app, { cookie: null, namespaceName: null, address }))
  await caller.account.signUp({ email, password: 'a good password' })
}

test('a sandbox open to strangers makes ten accounts an hour for one address, and more for others', async () => {
  for (let index = 0; index < 10; index += 1) await signUp('203.0.113.1', `stranger-${index}@example.org`)
  await expect(signUp('203.0.113.1', 'one-more@example.org')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  await signUp('203.0.113.2', 'somebody-else@example.org')
})
