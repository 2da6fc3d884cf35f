import { type Command, UsageError } from '@/server/admin/command'
import { operatorIn } from '@/server/admin/operator'
import { createCredential, listCredentials, revokeCredential } from '@/server/auth/credentials'
import { KEY_ROLES, type KeyRole } from '@/server/model/actor'

type Kind = 'token' | 'access_key'

export const createOf = (kind: Kind): Command => ({
  usage: `--namespace acme --name "image worker" [--role ${KEY_ROLES.join('|')}]`,
  required: ['namespace', 'name'],
  async run({ db, options }) {
    const { namespace = '', name = '' } = options
    const wanted = { kind, name, role: roleOf(options.role ?? 'editor'), limit: null }
    const created = await createCredential(db, await operatorIn(db, namespace), wanted)
    if (kind === 'token') return { id: created.id, namespace, token: created.secret }
    return { id: created.id, namespace, keyId: created.keyId, keySecret: created.secret }
  },
})

export const listOf = (kind: Kind): Command => ({
  usage: '--namespace acme',
  required: ['namespace'],
  async run({ db, options }) {
    const all = await listCredentials(db, await operatorIn(db, options.namespace ?? ''))
    return all
      .filter((each) => each.kind === kind)
      .map(({ id, name, role, hint, createdAt, lastUsedAt }) => ({ id, name, role, hint, createdAt, lastUsedAt }))
  },
})

export const revokeOf = (kind: Kind): Command => ({
  usage: '--namespace acme --id …',
  required: ['namespace', 'id'],
  async run({ db, options }) {
    const { namespace = '', id = '' } = options
    const actor = await operatorIn(db, namespace)
    const known = await db.credential.count({ where: { id, kind, namespaceId: actor.namespaceId } })
    if (known === 0) throw new UsageError(`There is no ${kind.replace('_', ' ')} ${id} in ${namespace}.`)
    await revokeCredential(db, actor, id)
    return { id, namespace, revoked: true }
  },
})

function roleOf(text: string): KeyRole {
  const role = KEY_ROLES.find((each) => each === text)
  if (role === undefined) throw new UsageError(`--role must be one of ${KEY_ROLES.join(', ')}; found "${text}".`)
  return role
}
