import { TRPCError } from '@trpc/server'
import { afterAll, describe, expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import { cookieOf, somebody } from '@/server/auth/testing/people'
import type { UserId } from '@/server/model/ids'
import { startTestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createContext } from './context'
import { appRouter } from './router'

const SECRET = 'a secret for tests'
const database = await createTestDatabase()
const app = startTestApp(database, { NEXTAUTH_SECRET: SECRET })
afterAll(async () => {
  await app.stop()
  await database.drop()
})

async function callerOf(cookie: string | null, namespaceName: string | null = null) {
  return appRouter.createCaller(await createContext(app, { cookie, namespaceName, address: '203.0.113.7' }))
}

/** A page of this user: each call is a request of its own, as in the browser. */
async function pageOf(userId: UserId, namespaceName: string | null = null) {
  const cookie = await cookieOf(app.prisma, userId)
  return { cookie, call: () => callerOf(cookie, namespaceName) }
}

async function newcomer() {
  const userId = await createGuest(app.prisma, null)
  const page = await pageOf(userId)
  const { name } = await (await page.call()).namespaces.ensure()
  return { userId, name, page }
}

describe('without a session', () => {
  test('only signing up is possible', async () => {
    const caller = await callerOf(null)
    await expect(caller.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(caller.access.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(caller.namespaces.ensure()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await caller.account.signUp({ email: 'first@example.org', password: 'a good password' })
  })

  test('a cookie of another installation is worth nothing', async () => {
    const caller = await callerOf('next-auth.session-token=eyJhbGciOiJkaXIifQ..a.b.c')
    await expect(caller.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})

describe('a first visit', () => {
  test('ends with a namespace and its samples, however many tabs are open', async () => {
    const userId = await createGuest(app.prisma, null)
    const page = await pageOf(userId)
    expect(await (await page.call()).account.me()).toMatchObject({ namespaces: [], namespace: null, needsSetup: true })
    const names = await Promise.all(
      Array.from({ length: 4 }, async () => (await (await page.call()).namespaces.ensure()).name),
    )
    expect(new Set(names).size).toBe(1)
    const me = await (await page.call()).account.me()
    expect(me).toMatchObject({ namespace: { name: names[0], role: 'owner' }, needsSetup: false })
    const catalog = await (await page.call()).executions.catalog()
    expect(catalog.map((entry) => entry.name)).toContain('PopulationMinMax')
  })

  test('samples that were deleted stay deleted', async () => {
    const { name, page } = await newcomer()
    await database.pool.query(
      'delete from workflow_definitions where namespace_id = (select id from namespaces where name = $1)',
      [name],
    )
    await (await page.call()).namespaces.ensure()
    expect(await (await page.call()).executions.catalog()).toEqual([])
  })
})

describe('a namespace', () => {
  test('of somebody else is refused by name, and nothing else is shown instead', async () => {
    const [mine, theirs] = [await newcomer(), await newcomer()]
    const caller = await callerOf(mine.page.cookie, theirs.name)
    await expect(caller.access.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(caller.executions.catalog()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await caller.account.me()).toMatchObject({ namespace: null })
  })

  test('is lost with the next call after the member was removed', async () => {
    const owner = await newcomer()
    const member = await somebody(app.prisma)
    await (await owner.page.call()).members.add({ email: member.email, role: 'editor' })
    const page = await pageOf(member.userId, owner.name)
    expect(await (await page.call()).access.list()).toEqual([])
    await (await owner.page.call()).members.remove({ userId: member.userId })
    await expect((await page.call()).access.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('lets a viewer look and nothing more', async () => {
    const owner = await newcomer()
    const viewer = await somebody(app.prisma)
    await (await owner.page.call()).members.add({ email: viewer.email, role: 'viewer' })
    const caller = await callerOf((await pageOf(viewer.userId)).cookie, owner.name)
    expect(await caller.members.list()).toHaveLength(2)
    const attempts = [
      caller.access.create({ kind: 'token', name: 'x', role: 'viewer' }),
      caller.members.add({ email: owner.name, role: 'owner' }),
      caller.namespaces.rename({ name: 'mine-now' }),
      caller.executions.start({ name: 'PopulationMinMax', input: {} }),
      caller.access.log(),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('refusals', () => {
  test('carry their code, their sentence and what was wrong with the input', async () => {
    const { page } = await newcomer()
    const caller = await page.call()
    await expect(caller.namespaces.create({ name: 'No Good' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(caller.access.revoke({ id: 'unknown' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const error = await caller.feedback.send({ page: '/', message: '   ' }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(TRPCError)
    expect(String(error)).toContain('Say something first.')
  })

  test('feedback is stored for the operator and shown to nobody else', async () => {
    const { userId, page } = await newcomer()
    await (await page.call()).feedback.send({ page: '/run', message: '<img src=x onerror=alert(1)>' })
    await expect((await page.call()).feedback.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await app.prisma.user.update({ where: { id: userId }, data: { isOperator: true } })
    expect((await (await page.call()).feedback.list())[0]).toMatchObject({
      page: '/run',
      message: '<img src=x onerror=alert(1)>',
    })
  })
})

test('limits come with what is used of them', async () => {
  const { page } = await newcomer()
  const usage = await (await page.call()).usage.get()
  expect(usage).toMatchObject({ isPublic: false, quotas: { accessKeys: null }, used: { accessKeys: 0 } })
  expect(usage.used.definitions).toBeGreaterThan(4)
})
