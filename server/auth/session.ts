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
  const row = await db.session.findUnique({
    where: { id },
    include: { user: { include: { memberships: { include: { namespace: true }, orderBy: { createdAt: 'asc' } } } } },
  })
  const now = new Date()
  if (row === null || row.expiresAt <= now) return null
  const { user } = row
  if (user.expiresAt !== null && user.expiresAt <= now) return null
  return {
    id,
    user: {
      id: asUserId(user.id),
      email: user.email,
      name: user.name ?? user.email ?? 'someone',
      isGuest: user.isGuest,
      isOperator: user.isOperator,
      expiresAt: user.expiresAt,
    },
    memberships: user.memberships.map((membership) => ({
      namespaceId: asNamespaceId(membership.namespaceId),
      namespaceName: membership.namespace.name,
      role: membership.role,
      isSuspended: membership.namespace.suspendedAt !== null,
    })),
  }
}

export async function stillMember(db: Prisma, actor: Actor): Promise<boolean> {
  const membership = await db.membership.findUnique({
    where: { namespaceId_userId: { namespaceId: actor.namespaceId, userId: actor.id } },
    include: { namespace: true },
  })
  return membership !== null && membership.namespace.suspendedAt === null
}
