import type { Actor } from '@/server/model/actor'
import { asNamespaceId } from '@/server/model/ids'
import type { Prisma } from '@/server/platform/prisma'
import { UsageError } from './command'

/** Whoever can run this command may do anything in every namespace. */
export async function operatorIn(db: Prisma, namespaceName: string): Promise<Actor> {
  const namespace = await db.namespace.findUnique({ where: { name: namespaceName } })
  if (namespace === null) throw new UsageError(`There is no namespace ${namespaceName}.`)
  return {
    namespaceId: asNamespaceId(namespace.id),
    namespaceName,
    role: 'owner',
    via: 'operator',
    name: 'operator',
    id: 'operator',
  }
}
