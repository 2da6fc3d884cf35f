import { type Command, UsageError } from '@/server/admin/command'
import { operatorIn } from '@/server/admin/operator'
import { recordAudit } from '@/server/auth/audit'
import { requireNamespaceName } from '@/server/auth/namespace-name'
import { isUniqueViolation } from '@/server/platform/prisma'

export const createNamespace: Command = {
  usage: '--name acme [--owner ada@example.org]',
  required: ['name'],
  async run({ db, options }) {
    const { name = '', owner } = options
    requireNamespaceName(name)
    const user = owner === undefined ? null : await db.user.findUnique({ where: { email: owner.toLowerCase() } })
    if (owner !== undefined && user === null) throw new UsageError(`There is no user ${owner}.`)
    const memberships = user === null ? {} : { memberships: { create: { userId: user.id, role: 'owner' as const } } }
    const created = await db.namespace.create({ data: { name, ...memberships } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new UsageError(`The namespace ${name} exists already.`) : error
    })
    return { id: created.id, name, owner: user?.email ?? null }
  },
}

export const listNamespaces: Command = {
  usage: '',
  required: [],
  async run({ db }) {
    const namespaces = await db.namespace.findMany({
      orderBy: { id: 'asc' },
      include: { _count: { select: { memberships: true, workflowDefinitions: true } } },
    })
    return namespaces.map(({ id, name, createdAt, suspendedAt, _count }) => ({
      id,
      name,
      members: _count.memberships,
      definitions: _count.workflowDefinitions,
      created: createdAt.toISOString(),
      suspended: suspendedAt?.toISOString() ?? null,
    }))
  },
}

/** Its people, keys, schedules, webhooks and event handlers get nothing done until it is resumed; nothing is lost. */
export const suspendNamespace = suspension('suspend', () => new Date())
export const resumeNamespace = suspension('resume', () => null)

function suspension(what: string, suspendedAt: () => Date | null): Command {
  return {
    usage: '--name acme',
    required: ['name'],
    async run({ db, options: { name = '' } }) {
      const actor = await operatorIn(db, name)
      const since = suspendedAt()
      await db.$transaction(async (tx) => {
        await tx.namespace.update({ where: { id: actor.namespaceId }, data: { suspendedAt: since } })
        await recordAudit(tx, actor, { action: `namespace.${what}`, subject: name })
      })
      return { name, suspended: since?.toISOString() ?? null }
    },
  }
}
