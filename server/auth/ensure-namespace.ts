/** Every user has a namespace: the first page load makes it, however many tabs ask at once. */
import { asNamespaceId, type NamespaceId, type UserId } from '@/server/model/ids'
import { isUniqueViolation, type Prisma, type PrismaTransaction } from '@/server/platform/prisma'
import { friendlyName } from './friendly-name'

const MAX_ATTEMPTS = 12

export interface EnsuredNamespace {
  readonly id: NamespaceId
  readonly name: string
  readonly isNew: boolean
}

export async function ensureNamespace(db: Prisma, userId: UserId): Promise<EnsuredNamespace> {
  for (let attempt = 0; ; attempt += 1) {
    const name = friendlyName(Math.random, attempt)
    try {
      return await db.$transaction((tx) => firstNamespace(tx, userId, name))
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isUniqueViolation(error)) throw error
    }
  }
}

async function firstNamespace(tx: PrismaTransaction, userId: UserId, name: string): Promise<EnsuredNamespace> {
  await tx.$queryRaw`select from users where id = ${userId} for update`
  const membership = await tx.membership.findFirst({
    where: { userId },
    include: { namespace: true },
    orderBy: { createdAt: 'asc' },
  })
  if (membership) return { id: asNamespaceId(membership.namespaceId), name: membership.namespace.name, isNew: false }
  const created = await tx.namespace.create({ data: { name, memberships: { create: { userId, role: 'owner' } } } })
  return { id: asNamespaceId(created.id), name, isNew: true }
}
