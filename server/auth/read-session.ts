/**
 * Who sends a request, from the session cookie: read anew for each one, so that signing out, losing a membership or
 * being suspended takes effect with the next call.
 */
import type { Actor, Role } from '@/server/model/actor'
import { asNamespaceId, asUserId, type NamespaceId, type UserId } from '@/server/model/ids'
import type { Prisma } from '@/server/platform/prisma'
import { type CookieKey, readSessionCookie } from './session-cookie'

export interface Membership {
  readonly namespaceId: NamespaceId
  readonly namespaceName: string
  readonly role: Role
  readonly isSuspended: boolean
  /** Whether its samples are there; an interrupted first visit leaves it false. */
  readonly hasSamples: boolean
}

export interface SessionUser {
  readonly id: UserId
  readonly email: string | null
  readonly name: string
  readonly isGuest: boolean
  readonly isOperator: boolean
  readonly expiresAt: Date | null
}

export interface Session {
  readonly id: string
  readonly user: SessionUser
  /** Oldest first. */
  readonly memberships: readonly Membership[]
}

export async function readSession(db: Prisma, key: CookieKey, cookieHeader: string | null): Promise<Session | null> {
  const id = await readSessionCookie(cookieHeader, key)
  if (id === null) return null
  const row = await db.session.findUnique({ where: { id }, include: { user: true } })
  const now = new Date()
  if (row === null || row.expiresAt <= now) return null
  const { user } = row
  if (user.expiresAt !== null && user.expiresAt <= now) return null
  const userId = asUserId(user.id)
  return {
    id,
    user: {
      id: userId,
      email: user.email,
      name: user.name ?? user.email ?? 'someone',
      isGuest: user.isGuest,
      isOperator: user.isOperator,
      expiresAt: user.expiresAt,
    },
    memberships: await readMemberships(db, userId),
  }
}

export async function readMemberships(db: Prisma, userId: UserId): Promise<Membership[]> {
  const rows = await db.membership.findMany({
    where: { userId },
    include: { namespace: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ namespaceId, role, namespace }) => ({
    namespaceId: asNamespaceId(namespaceId),
    namespaceName: namespace.name,
    role,
    isSuspended: namespace.suspendedAt !== null,
    hasSamples: namespace.samplesAt !== null,
  }))
}

export async function stillMember(db: Prisma, actor: Actor): Promise<boolean> {
  const membership = await db.membership.findUnique({
    where: { namespaceId_userId: { namespaceId: actor.namespaceId, userId: actor.id } },
    include: { namespace: true },
  })
  return membership !== null && membership.namespace.suspendedAt === null
}
