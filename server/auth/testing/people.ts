import { encode } from 'next-auth/jwt'
import { createGuest } from '@/server/auth/create-guest'
import { ensureNamespace } from '@/server/auth/ensure-namespace'
import { memberActor } from '@/server/auth/member-actor'
import { readSession, type Session } from '@/server/auth/read-session'
import { startSession } from '@/server/auth/session-row'
import { signUp } from '@/server/auth/sign-up'
import type { Actor, Role } from '@/server/model/actor'
import type { NamespaceId, UserId } from '@/server/model/ids'
import type { Prisma } from '@/server/platform/prisma'

export const COOKIE_KEY = { publicUrl: 'http://localhost:3000', secret: 'a secret for tests' }

export async function cookieOf(db: Prisma, userId: UserId): Promise<string> {
  const token = await encode({ token: { sid: await startSession(db, userId) }, secret: COOKIE_KEY.secret })
  return `next-auth.session-token=${token}`
}

export interface Person {
  readonly userId: UserId
  readonly email: string
}

let people = 0
export async function somebody(db: Prisma): Promise<Person> {
  people += 1
  const email = `person-${people}@example.org`
  return { userId: await signUp(db, { email, password: 'a good password' }), email }
}

/** A guest with a namespace of their own. */
export async function someOwner(db: Prisma): Promise<Actor> {
  const userId = await createGuest(db, null)
  await ensureNamespace(db, userId)
  return memberActor(await sessionOf(db, userId), null)
}

export async function sessionOf(db: Prisma, userId: UserId): Promise<Session> {
  const session = await readSession(db, COOKIE_KEY, await cookieOf(db, userId))
  if (session === null) throw new Error(`${userId} has no session`)
  return session
}

/** The same namespace, seen by a member with this role. */
export async function someMember(db: Prisma, namespaceId: NamespaceId, role: Role): Promise<Actor> {
  const { userId } = await somebody(db)
  await db.membership.create({ data: { namespaceId, userId, role } })
  return memberActor(await sessionOf(db, userId), null)
}
