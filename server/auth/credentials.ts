/** Namespace tokens and access keys: shown once, kept as hashes, counted under the namespace's lock. */
import { type Actor, type KeyRole, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { newId } from '@/server/platform/ids'
import type { Prisma, PrismaTransaction } from '@/server/platform/prisma'
import { recordAudit } from './audit'
import { lockNamespace } from './lock-namespace'
import { hashSecret, newKeyId, newKeySecret, newToken } from './secret'

export interface CredentialView {
  readonly id: string
  readonly kind: 'token' | 'access_key'
  readonly name: string
  readonly role: KeyRole
  readonly hint: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export interface NewCredential {
  readonly kind: 'token' | 'access_key'
  readonly name: string
  readonly role: KeyRole
}

export interface CreatedCredential {
  readonly id: string
  /** The key id of an access key; null for a token. */
  readonly keyId: string | null
  /** Told here and never again. */
  readonly secret: string
}

const MAX_NAME = 80

/** `limit` is the quota `accessKeys`; null when there is none. */
export async function createCredential(
  db: Prisma,
  actor: Actor,
  { limit, ...wanted }: NewCredential & { readonly limit: number | null },
): Promise<CreatedCredential> {
  requireRole(actor, 'editor')
  requireRole(actor, wanted.role === 'worker' ? 'editor' : wanted.role)
  const name = wanted.name.trim()
  if (name === '' || name.length > MAX_NAME) {
    throw new AppError(
      'BAD_REQUEST',
      `A key needs a name of at most ${MAX_NAME} characters, to tell it from the others.`,
    )
  }
  const keyId = wanted.kind === 'access_key' ? newKeyId() : null
  const secret = keyId === null ? newToken() : newKeySecret()
  const id = keyId ?? newId()
  await db.$transaction(async (tx) => {
    await lockNamespace(tx, actor.namespaceId)
    await requireRoom(tx, actor, limit)
    await tx.credential.create({
      data: {
        id,
        namespaceId: actor.namespaceId,
        kind: wanted.kind,
        name,
        role: wanted.role,
        secretHash: hashSecret(secret),
        hint: keyId ?? `${secret.slice(0, 8)}…${secret.slice(-4)}`,
        createdBy: actor.id,
      },
    })
    await recordAudit(tx, actor, { action: 'credential.create', subject: `${wanted.kind} ${id} "${name}"` })
  })
  return { id, keyId, secret }
}

export async function listCredentials(db: Prisma, actor: Actor): Promise<CredentialView[]> {
  const rows = await db.credential.findMany({
    where: { namespaceId: actor.namespaceId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    role: row.role,
    hint: row.hint,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}

/** Owners revoke any key, editors those they made. */
export async function revokeCredential(db: Prisma, actor: Actor, id: string): Promise<void> {
  requireRole(actor, 'editor')
  const isOwner = actor.role === 'owner'
  await db.$transaction(async (tx) => {
    const { count } = await tx.credential.updateMany({
      where: { id, namespaceId: actor.namespaceId, revokedAt: null, ...(isOwner ? {} : { createdBy: actor.id }) },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new AppError('NOT_FOUND', `There is no key ${id} that you could revoke.`)
    await recordAudit(tx, actor, { action: 'credential.revoke', subject: id })
  })
}

async function requireRoom(tx: PrismaTransaction, actor: Actor, limit: number | null): Promise<void> {
  if (limit === null) return
  const used = await tx.credential.count({ where: { namespaceId: actor.namespaceId, revokedAt: null } })
  if (used < limit) return
  throw new AppError(
    'QUOTA_EXCEEDED',
    `The limit accessKeys is ${limit} per namespace, and ${used} are in use; revoke one first.`,
  )
}
