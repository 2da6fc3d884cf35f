import { createHash, randomBytes } from 'node:crypto'
import type { TestDatabase } from '@/server/platform/testing/test-database'

export interface AccessKey {
  readonly keyId: string
  readonly keySecret: string
}

/** A namespace of its own and a key to it, as the operator would hand them out. */
export async function createAccessKey({ pool }: TestDatabase, namespace: string): Promise<AccessKey> {
  const keyId = `cpk_${randomBytes(12).toString('base64url')}`
  const keySecret = randomBytes(32).toString('base64url')
  await pool.query(
    `with made as (insert into namespaces (name) values ($1) returning id)
     insert into credentials (id, namespace_id, kind, name, role, secret_hash, hint, created_by)
     select $2, id, 'access_key', 'test', 'editor', $3, '', 'test' from made`,
    [namespace, keyId, createHash('sha256').update(keySecret).digest('hex')],
  )
  return { keyId, keySecret }
}
