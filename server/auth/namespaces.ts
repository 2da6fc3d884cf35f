import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asNamespaceId, type NamespaceId, type UserId } from '@/server/model/ids'
import { isUniqueViolation, type Prisma } from '@/server/platform/prisma'
import { recordAudit } from './audit'
import { requireNamespaceName } from './namespace-name'

/** Each namespace has quotas of its own, so their number is bounded too. */
const MAX_OWNED = 20

export async function createNamespace(db: Prisma, userId: UserId, name: string): Promise<NamespaceId> {
  requireNamespaceName(name)
  return db
    .$transaction(async (tx) => {
      await tx.$queryRaw`select from users where id = ${userId} for update`
      const owned = await tx.membership.count({ where: { userId, role: 'owner' } })
      if (owned >= MAX_OWNED) {
        throw new AppError('QUOTA_EXCEEDED', `A user owns at most ${MAX_OWNED} namespaces; you own ${owned}.`)
      }
      const created = await tx.namespace.create({ data: { name, memberships: { create: { userId, role: 'owner' } } } })
      return asNamespaceId(created.id)
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameTaken(name) : error
    })
}

export async function renameNamespace(db: Prisma, actor: Actor, name: string): Promise<void> {
  requireRole(actor, 'owner')
  requireNamespaceName(name)
  await db
    .$transaction(async (tx) => {
      await tx.namespace.update({ where: { id: actor.namespaceId }, data: { name } })
      await recordAudit(tx, actor, { action: 'namespace.rename', subject: `${actor.namespaceName} to ${name}` })
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameTaken(name) : error
    })
}

function nameTaken(name: string): AppError {
  return new AppError('CONFLICT', `The name ${name} is taken; choose another.`)
}
