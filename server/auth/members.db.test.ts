import { afterAll, describe, expect, test } from 'vitest'
import { createPrisma } from '@/server/platform/prisma'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { listAuditLog } from './audit-log'
import { createCredential, listCredentials } from './credentials'
import { addMember, changeRole, listMembers, removeMember } from './members'
import { createNamespace, renameNamespace } from './namespaces'
import { somebody, someMember, someOwner } from './testing/people'

const database = await createTestDatabase()
const db = createPrisma(database.url)
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('members', () => {
  test('an owner adds an existing account, changes its role and removes it, and the log says so', async () => {
    const owner = await someOwner(db)
    const { userId, email } = await somebody(db)
    await addMember(db, owner, { email: email.toUpperCase(), role: 'editor' })
    await changeRole(db, owner, { userId, role: 'viewer' })
    expect(await listMembers(db, owner)).toMatchObject([
      { userId: owner.id, role: 'owner' },
      { email, role: 'viewer' },
    ])
    await removeMember(db, owner, userId)
    expect(await listMembers(db, owner)).toHaveLength(1)
    const actions = (await listAuditLog(db, owner)).map((line) => line.action)
    expect(actions).toEqual(['member.remove', 'member.role', 'member.add'])
  })

  test('nobody is added twice, and strangers must sign up first', async () => {
    const owner = await someOwner(db)
    const { email } = await somebody(db)
    await addMember(db, owner, { email, role: 'viewer' })
    await expect(addMember(db, owner, { email, role: 'owner' })).rejects.toMatchObject({ code: 'CONFLICT' })
    const stranger = addMember(db, owner, { email: 'stranger@example.org', role: 'viewer' })
    await expect(stranger).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('editors and viewers change no members but may leave', async () => {
    const owner = await someOwner(db)
    const editor = await someMember(db, owner.namespaceId, 'editor')
    const { email } = await somebody(db)
    await expect(addMember(db, editor, { email, role: 'viewer' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const promotion = changeRole(db, editor, { userId: editor.id, role: 'owner' })
    await expect(promotion).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(removeMember(db, editor, owner.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await removeMember(db, editor, editor.id)
    expect(await listMembers(db, owner)).toHaveLength(1)
  })

  test('a member of another namespace is unknown here', async () => {
    const owner = await someOwner(db)
    const foreign = await someOwner(db)
    await expect(removeMember(db, owner, foreign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('the last owner stays, even when two owners remove each other at once', async () => {
    const first = await someOwner(db)
    await expect(removeMember(db, first, first.id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(changeRole(db, first, { userId: first.id, role: 'editor' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })

    const second = await someMember(db, first.namespaceId, 'owner')
    const outcomes = await Promise.allSettled([removeMember(db, first, second.id), removeMember(db, second, first.id)])
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.membership.count({ where: { namespaceId: first.namespaceId, role: 'owner' } })).toBe(1)
  })

  test('whoever leaves or is demoted loses the keys they made above their rights', async () => {
    const owner = await someOwner(db)
    const editor = await someMember(db, owner.namespaceId, 'editor')
    const key = { kind: 'access_key', limit: null } as const
    await createCredential(db, editor, { ...key, name: 'writes', role: 'editor' })
    await createCredential(db, editor, { ...key, name: 'works', role: 'worker' })
    await createCredential(db, editor, { ...key, name: 'reads', role: 'viewer' })
    await changeRole(db, owner, { userId: editor.id, role: 'viewer' })
    expect((await listCredentials(db, owner)).map((each) => each.name)).toEqual(['reads'])
    await removeMember(db, owner, editor.id)
    expect(await listCredentials(db, owner)).toEqual([])
  })
})

describe('namespaces', () => {
  test('have one name each', async () => {
    const owner = await someOwner(db)
    const { userId } = await somebody(db)
    await createNamespace(db, userId, 'team-seven')
    await expect(createNamespace(db, userId, 'team-seven')).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(renameNamespace(db, owner, 'team-seven')).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(renameNamespace(db, owner, 'No Name')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await renameNamespace(db, owner, 'team-eight')
    expect(await db.namespace.findUnique({ where: { id: owner.namespaceId } })).toMatchObject({ name: 'team-eight' })
  })

  test('only owners rename', async () => {
    const owner = await someOwner(db)
    const editor = await someMember(db, owner.namespaceId, 'editor')
    await expect(renameNamespace(db, editor, 'mine-now')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
