import { afterAll, describe, expect, test } from 'vitest'
import { createPrisma } from '@/server/platform/prisma'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createCredential, listCredentials, revokeCredential } from './credentials'
import { findAccessKey, findToken, touchCredential } from './find-credential'
import { someMember, someOwner } from './testing/people'

const database = await createTestDatabase()
const { pool } = database
const db = createPrisma(database.url)
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const TOKEN = { kind: 'token', name: 'ci', role: 'editor', limit: null } as const
const KEY = { kind: 'access_key', name: 'worker', role: 'editor', limit: null } as const

describe('credentials', () => {
  test('a token opens its own namespace until it is revoked', async () => {
    const owner = await someOwner(db)
    const { id, secret } = await createCredential(db, owner, TOKEN)
    expect(secret).toMatch(/^cpt_[\w-]{43}$/)
    expect((await findToken(pool, secret))?.actor).toMatchObject({
      namespaceId: owner.namespaceId,
      role: 'editor',
      via: 'token',
      name: `app:${id}`,
    })
    await revokeCredential(db, owner, id)
    expect(await findToken(pool, secret)).toBeNull()
    expect(await listCredentials(db, owner)).toEqual([])
  })

  test('an access key needs its own secret', async () => {
    const owner = await someOwner(db)
    const { keyId, secret } = await createCredential(db, owner, KEY)
    const other = await createCredential(db, owner, KEY)
    expect(keyId).toMatch(/^cpk_/)
    expect((await findAccessKey(pool, keyId ?? '', secret))?.actor.via).toBe('access-key')
    expect(await findAccessKey(pool, keyId ?? '', other.secret)).toBeNull()
    expect(await findAccessKey(pool, keyId ?? '', '')).toBeNull()
    expect(await findToken(pool, secret)).toBeNull()
  })

  test('the secret is nowhere in the database', async () => {
    const owner = await someOwner(db)
    const { secret } = await createCredential(db, owner, TOKEN)
    const { rows } = await pool.query(
      'select c::text as row from credentials c union all select a::text from audit_events a',
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('nobody gives more rights than they have', async () => {
    const owner = await someOwner(db)
    const editor = await someMember(db, owner.namespaceId, 'editor')
    const viewer = await someMember(db, owner.namespaceId, 'viewer')
    await expect(createCredential(db, viewer, { ...TOKEN, role: 'viewer' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(createCredential(db, editor, { ...TOKEN, role: 'owner' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('editors revoke their own keys, owners all, strangers none', async () => {
    const owner = await someOwner(db)
    const editor = await someMember(db, owner.namespaceId, 'editor')
    const stranger = await someOwner(db)
    const ownersKey = await createCredential(db, owner, KEY)
    const editorsKey = await createCredential(db, editor, KEY)
    await expect(revokeCredential(db, editor, ownersKey.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(revokeCredential(db, stranger, ownersKey.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await revokeCredential(db, owner, editorsKey.id)
    expect(await listCredentials(db, owner)).toMatchObject([{ id: ownersKey.id }])
  })

  test('a limit holds against any number of requests at once', async () => {
    const owner = await someOwner(db)
    const attempts = Array.from({ length: 6 }, () => createCredential(db, owner, { ...TOKEN, limit: 2 }))
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(2)
    const refused = outcomes.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'QUOTA_EXCEEDED' })
  })

  test('a use is remembered', async () => {
    const owner = await someOwner(db)
    const { id } = await createCredential(db, owner, TOKEN)
    await touchCredential(pool, id)
    const [line] = await listCredentials(db, owner)
    expect(line?.lastUsedAt).not.toBeNull()
  })

  test('a suspended namespace is said to be', async () => {
    const owner = await someOwner(db)
    const { secret } = await createCredential(db, owner, TOKEN)
    await db.namespace.update({ where: { id: owner.namespaceId }, data: { suspendedAt: new Date() } })
    expect((await findToken(pool, secret))?.isSuspended).toBe(true)
  })
})
