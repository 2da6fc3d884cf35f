/** From a secret to its namespace: the one place where a worker's credential is looked up. */
import type { Pool } from 'pg'
import type { Actor, KeyRole } from '@/server/model/actor'
import { asNamespaceId } from '@/server/model/ids'
import { hashSecret, isSameHash } from './secret'

export interface FoundCredential {
  readonly id: string
  readonly actor: Actor
  readonly isSuspended: boolean
}

interface Row {
  readonly id: string
  readonly kind: 'token' | 'access_key'
  readonly role: KeyRole
  readonly secret_hash: string
  readonly namespace_id: number
  readonly namespace_name: string
  readonly suspended: boolean
}

const SELECT = `
  select c.id, c.kind, c.role, c.secret_hash, c.namespace_id, n.name as namespace_name,
         n.suspended_at is not null as suspended
    from credentials c join namespaces n on n.id = c.namespace_id
   where c.revoked_at is null`

export async function findToken(pool: Pool, token: string): Promise<FoundCredential | null> {
  const { rows } = await pool.query<Row>(`${SELECT} and c.kind = 'token' and c.secret_hash = $1`, [hashSecret(token)])
  return rows[0] ? found(rows[0]) : null
}

/** With its secret when a key is exchanged; without, when a JWT made from it comes back. */
export async function findAccessKey(pool: Pool, keyId: string, secret?: string): Promise<FoundCredential | null> {
  const { rows } = await pool.query<Row>(`${SELECT} and c.kind = 'access_key' and c.id = $1`, [keyId])
  const row = rows[0]
  if (row === undefined) return null
  if (secret !== undefined && !isSameHash(row.secret_hash, hashSecret(secret))) return null
  return found(row)
}

/** Written at most once a minute per credential. */
export async function touchCredential(pool: Pool, id: string): Promise<void> {
  await pool.query(
    `update credentials set last_used_at = now()
      where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [id],
  )
}

function found(row: Row): FoundCredential {
  return {
    id: row.id,
    isSuspended: row.suspended,
    actor: {
      namespaceId: asNamespaceId(row.namespace_id),
      namespaceName: row.namespace_name,
      role: row.role,
      via: row.kind === 'token' ? 'token' : 'access-key',
      name: `app:${row.id}`,
      id: row.id,
    },
  }
}
