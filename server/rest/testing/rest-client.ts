import { createHash, randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import type { Actor, KeyRole } from '@/server/model/actor'
import type { Database } from '@/server/platform/database'

/** Calls the API in process, as somebody. */
export type RestClient = (method: string, path: string, body?: unknown) => Promise<Answer>

export interface Answer {
  readonly status: number
  readonly type: string | null
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

export function restClient(rest: Hono, headers: Readonly<Record<string, string>>): RestClient {
  return async (method, path, body) => {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    const response = await rest.request(`/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(text !== undefined && { body: text }),
    })
    const answer = await response.text()
    const type = response.headers.get('content-type')
    return {
      status: response.status,
      type,
      text: answer,
      body: type === 'application/json' ? JSON.parse(answer) : null,
    }
  }
}

export async function createToken(db: Database, actor: Actor, role: KeyRole): Promise<string> {
  const token = `cpt_${randomBytes(32).toString('base64url')}`
  await insertCredential(db, actor, { id: randomBytes(8).toString('hex'), kind: 'token', role, secret: token })
  return token
}

export interface AccessKey {
  readonly keyId: string
  readonly keySecret: string
}

export async function createAccessKey(db: Database, actor: Actor, role: KeyRole): Promise<AccessKey> {
  const key = {
    keyId: `cpk_${randomBytes(12).toString('base64url')}`,
    keySecret: randomBytes(32).toString('base64url'),
  }
  await insertCredential(db, actor, { id: key.keyId, kind: 'access_key', role, secret: key.keySecret })
  return key
}

interface NewCredential {
  readonly id: string
  readonly kind: 'token' | 'access_key'
  readonly role: KeyRole
  readonly secret: string
}

async function insertCredential(db: Database, actor: Actor, { id, kind, role, secret }: NewCredential) {
  await db.pool.query(
    `insert into credentials (id, namespace_id, kind, name, role, secret_hash, hint, created_by)
     values ($1, $2, $3, 'test', $4, $5, '', 'test')`,
    [id, actor.namespaceId, kind, role, createHash('sha256').update(secret).digest('hex')],
  )
}
