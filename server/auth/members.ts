/**
 * Who belongs to a namespace. Changes hold the namespace's lock, so the last owner cannot be lost to a race; whoever
 * leaves or loses rights also loses the keys they made, or a kept key would outlive the membership.
 */
import { type Actor, KEY_ROLES, type KeyRole, mayGive, type Role, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Prisma, PrismaTransaction } from '@/server/platform/prisma'
import { recordAudit } from './audit'
import { normalEmail } from './email'
import { lockNamespace } from './lock-namespace'

export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly since: string
}

export async function listMembers(db: Prisma, actor: Actor): Promise<Member[]> {
  const rows = await db.membership.findMany({
    where: { namespaceId: actor.namespaceId },
    include: { user: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ user, role, createdAt }) => ({
    userId: user.id,
    name: user.name ?? user.email ?? 'someone',
    email: user.email,
    role,
    since: createdAt.toISOString(),
  }))
}

export interface Invitation {
  readonly email: string
  readonly role: Role
}

export async function addMember(db: Prisma, actor: Actor, { email, role }: Invitation): Promise<void> {
  requireRole(actor, 'owner')
  const { namespaceId } = actor
  const address = normalEmail(email)
  const user = await db.user.findUnique({ where: { email: address } })
  if (user === null) {
    throw new AppError('NOT_FOUND', `Nobody has signed up as ${address} yet. Ask them to, then add them here.`)
  }
  await db.$transaction(async (tx) => {
    await lockNamespace(tx, namespaceId)
    const present = await tx.membership.count({ where: { namespaceId, userId: user.id } })
    if (present > 0) throw new AppError('CONFLICT', `${address} is a member already.`)
    await tx.membership.create({ data: { namespaceId, userId: user.id, role } })
    await recordAudit(tx, actor, { action: 'member.add', subject: `${address} as ${role}` })
  })
}

export interface RoleChange {
  readonly userId: string
  readonly role: Role
}

export async function changeRole(db: Prisma, actor: Actor, { userId, role }: RoleChange): Promise<void> {
  requireRole(actor, 'owner')
  const { namespaceId } = actor
  await db.$transaction(async (tx) => {
    const current = await lockedRole(tx, actor, userId)
    if (current === role) return
    if (current === 'owner') await requireAnotherOwner(tx, actor)
    await tx.membership.update({ where: { namespaceId_userId: { namespaceId, userId } }, data: { role } })
    const above = KEY_ROLES.filter((key) => !mayGive(role, key))
    await revokeKeysOf(tx, actor, { userId, roles: above })
    await recordAudit(tx, actor, { action: 'member.role', subject: `${userId} from ${current} to ${role}` })
  })
}

/** An owner removes anybody; everybody may leave. */
export async function removeMember(db: Prisma, actor: Actor, userId: string): Promise<void> {
  if (actor.id !== userId) requireRole(actor, 'owner')
  const { namespaceId } = actor
  await db.$transaction(async (tx) => {
    const current = await lockedRole(tx, actor, userId)
    if (current === 'owner') await requireAnotherOwner(tx, actor)
    await tx.membership.delete({ where: { namespaceId_userId: { namespaceId, userId } } })
    await revokeKeysOf(tx, actor, { userId, roles: KEY_ROLES })
    await recordAudit(tx, actor, { action: 'member.remove', subject: userId })
  })
}

async function lockedRole(tx: PrismaTransaction, actor: Actor, userId: string): Promise<Role> {
  const { namespaceId } = actor
  await lockNamespace(tx, namespaceId)
  const membership = await tx.membership.findUnique({ where: { namespaceId_userId: { namespaceId, userId } } })
  if (membership === null) {
    throw new AppError('NOT_FOUND', `${userId} is no member of the namespace ${actor.namespaceName}.`)
  }
  return membership.role
}

async function requireAnotherOwner(tx: PrismaTransaction, actor: Actor): Promise<void> {
  const owners = await tx.membership.count({ where: { namespaceId: actor.namespaceId, role: 'owner' } })
  if (owners > 1) return
  throw new AppError(
    'CONFLICT',
    `The namespace ${actor.namespaceName} would have no owner. Make somebody else an owner first.`,
  )
}

async function revokeKeysOf(
  tx: PrismaTransaction,
  actor: Actor,
  of: { userId: string; roles: readonly KeyRole[] },
): Promise<void> {
  await tx.credential.updateMany({
    where: { namespaceId: actor.namespaceId, createdBy: of.userId, role: { in: [...of.roles] }, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}
