import { asNamespaceId } from '@/server/model/ids'
import type { App } from './app'
import { removeNamespace } from './remove-namespace'

const AT_ONCE = 20

/** Guests whose days are over go, and with them the namespaces that nobody else belongs to. */
export async function forgetGuests(app: App): Promise<void> {
  const expired = await app.prisma.user.findMany({
    where: { isGuest: true, expiresAt: { lt: new Date() } },
    select: { id: true },
    take: AT_ONCE,
  })
  for (const { id } of expired) await forgetGuest(app, id)
}

async function forgetGuest(app: App, userId: string): Promise<void> {
  const { prisma } = app
  const mine = await prisma.membership.findMany({
    where: { userId },
    include: { namespace: { include: { memberships: { where: { userId: { not: userId } } } } } },
  })
  for (const { namespaceId, namespace } of mine) {
    if (namespace.memberships.length === 0) await removeNamespace(app, asNamespaceId(namespaceId))
    else await keepOwned(app, namespace.memberships)
  }
  // A guest who kept the account meanwhile stays.
  await prisma.user.deleteMany({ where: { id: userId, isGuest: true } })
}

interface Remaining {
  readonly namespaceId: number
  readonly userId: string
  readonly role: string
  readonly createdAt: Date
}

/** A namespace never stays without an owner: the member who came first inherits it. */
async function keepOwned(app: App, remaining: readonly Remaining[]): Promise<void> {
  if (remaining.some((each) => each.role === 'owner')) return
  const [heir] = remaining.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  if (heir === undefined) return
  const { namespaceId, userId } = heir
  await app.prisma.membership.update({
    where: { namespaceId_userId: { namespaceId, userId } },
    data: { role: 'owner' },
  })
}
