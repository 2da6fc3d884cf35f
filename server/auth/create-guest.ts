import { randomInt } from 'node:crypto'
import { asUserId, type UserId } from '@/server/model/ids'
import { newId } from '@/server/platform/ids'
import type { Prisma } from '@/server/platform/prisma'

const DAY_MS = 86_400_000

/** Someone without a name yet. Where guests expire, the account and what it owns go when the days are over. */
export async function createGuest(db: Prisma, guestDays: number | null): Promise<UserId> {
  const id = newId()
  await db.user.create({
    data: {
      id,
      name: `guest-${randomInt(36 ** 6)
        .toString(36)
        .padStart(6, '0')}`,
      isGuest: true,
      expiresAt: guestDays === null ? null : new Date(Date.now() + guestDays * DAY_MS),
    },
  })
  return asUserId(id)
}
