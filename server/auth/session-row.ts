import { randomBytes } from 'node:crypto'
import type { Prisma } from '@/server/platform/prisma'

export const SESSION_SECONDS = 30 * 24 * 3600

/** One row per sign-in: a new id each time, and nothing else makes a cookie valid. */
export async function startSession(db: Prisma, userId: string): Promise<string> {
  const id = randomBytes(24).toString('base64url')
  await db.session.create({ data: { id, userId, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) } })
  return id
}

export async function endSession(db: Prisma, sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { id: sessionId } })
}
