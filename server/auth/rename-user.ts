import { AppError } from '@/server/model/errors'
import type { UserId } from '@/server/model/ids'
import type { Prisma } from '@/server/platform/prisma'

const MAX_NAME = 80

export async function renameUser(db: Prisma, userId: UserId, name: string): Promise<void> {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > MAX_NAME) {
    throw new AppError('BAD_REQUEST', `A name has 1 to ${MAX_NAME} characters.`)
  }
  await db.user.update({ where: { id: userId }, data: { name: trimmed } })
}
