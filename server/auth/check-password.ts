import { asUserId, type UserId } from '@/server/model/ids'
import type { Prisma } from '@/server/platform/prisma'
import { verifyPassword } from './password'

/** The user, or null: the same for an unknown e-mail, a wrong password and an account that has no password. */
export async function checkPassword(db: Prisma, email: string, password: string): Promise<UserId | null> {
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  return matches && user ? asUserId(user.id) : null
}
