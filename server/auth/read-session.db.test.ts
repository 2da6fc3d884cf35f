import { afterAll, describe, expect, test } from 'vitest'
import { asUserId } from '@/server/model/ids'
import { createPrisma } from '@/server/platform/prisma'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { checkPassword } from './check-password'
import { createGuest } from './create-guest'
import { ensureNamespace } from './ensure-namespace'
import { findOrCreateOAuthUser } from './oauth-user'
import { readSession, stillMember } from './read-session'
import { endSession } from './session-row'
import { keepGuest, signUp } from './sign-up'
import { COOKIE_KEY, cookieOf, sessionOf, somebody, someOwner } from './testing/people'

const database = await createTestDatabase()
const db = createPrisma(database.url)
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a session', () => {
  test('is valid until it is ended, whatever the cookie says', async () => {
    const { userId } = await somebody(db)
    const cookie = await cookieOf(db, userId)
    const session = await readSession(db, COOKIE_KEY, cookie)
    expect(session?.user.id).toBe(userId)
    await endSession(db, session?.id ?? '')
    expect(await readSession(db, COOKIE_KEY, cookie)).toBeNull()
  })

  test('has a new id at each sign-in', async () => {
    const { userId } = await somebody(db)
    const first = await sessionOf(db, userId)
    const second = await sessionOf(db, userId)
    expect(second.id).not.toBe(first.id)
  })

  test('ends with its own date and with the guest', async () => {
    const guest = await createGuest(db, 7)
    const cookie = await cookieOf(db, guest)
    expect(await readSession(db, COOKIE_KEY, cookie)).not.toBeNull()
    await db.user.update({ where: { id: guest }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await readSession(db, COOKIE_KEY, cookie)).toBeNull()

    const { userId } = await somebody(db)
    const other = await cookieOf(db, userId)
    await db.session.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await readSession(db, COOKIE_KEY, other)).toBeNull()
  })

  test('a removed or suspended member is none', async () => {
    const owner = await someOwner(db)
    expect(await stillMember(db, owner)).toBe(true)
    await db.namespace.update({ where: { id: owner.namespaceId }, data: { suspendedAt: new Date() } })
    expect(await stillMember(db, owner)).toBe(false)
    await db.membership.deleteMany({ where: { namespaceId: owner.namespaceId } })
    expect(await stillMember(db, owner)).toBe(false)
  })
})

describe('an account', () => {
  test('e-mail and password, in any case of the address', async () => {
    const userId = await signUp(db, { email: ' Ada@Example.org ', password: 'analytical engine' })
    expect(await checkPassword(db, 'ADA@example.org', 'analytical engine')).toBe(userId)
    expect(await checkPassword(db, 'ada@example.org', 'difference engine')).toBeNull()
    expect(await checkPassword(db, 'nobody@example.org', 'analytical engine')).toBeNull()
  })

  test('an e-mail belongs to one account', async () => {
    const { email } = await somebody(db)
    await expect(signUp(db, { email, password: 'another one' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('a guest keeps what is there under an e-mail, once', async () => {
    const guest = await createGuest(db, 7)
    const { name } = await ensureNamespace(db, guest)
    await keepGuest(db, guest, { email: 'kept@example.org', password: 'keep it all' })
    expect(await checkPassword(db, 'kept@example.org', 'keep it all')).toBe(guest)
    const session = await sessionOf(db, guest)
    expect(session.user).toMatchObject({ isGuest: false, expiresAt: null })
    expect(session.memberships).toMatchObject([{ namespaceName: name, role: 'owner' }])
    const again = keepGuest(db, guest, { email: 'other@example.org', password: 'keep it all' })
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('a provider signs in its own users and takes over nobody', async () => {
    const { email } = await somebody(db)
    const profile = { provider: 'github', providerAccountId: '42', email: 'new@example.org', name: 'New', image: null }
    const userId = await findOrCreateOAuthUser(db, profile)
    expect(await findOrCreateOAuthUser(db, { ...profile, email: 'changed@example.org' })).toBe(userId)
    expect(await findOrCreateOAuthUser(db, { ...profile, providerAccountId: '43', email })).toBeNull()
    expect(await checkPassword(db, 'new@example.org', '')).toBeNull()
  })
})

describe('the first namespace', () => {
  test('is made once, however many pages ask for it', async () => {
    const { userId } = await somebody(db)
    const answers = await Promise.all(Array.from({ length: 8 }, () => ensureNamespace(db, userId)))
    expect(new Set(answers.map((each) => each.id)).size).toBe(1)
    expect(answers.filter((each) => each.isNew)).toHaveLength(1)
    expect(await db.membership.count({ where: { userId } })).toBe(1)
  })

  test('needs a user', async () => {
    await expect(ensureNamespace(db, asUserId('nobody'))).rejects.toThrow()
  })
})
