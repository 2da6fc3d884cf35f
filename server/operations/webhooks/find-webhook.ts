import { isUuid, type NamespaceId } from '@/server/model/ids'
import type { WebhookBody } from '@/server/model/webhook'
import type { App } from '@/server/operations/app'

/** For the receiver: events carry no credential, their webhook's id is all they know. */
export interface OpenWebhook {
  readonly id: string
  readonly namespaceId: NamespaceId
  readonly name: string
  readonly body: WebhookBody
  readonly secret: string
  readonly urlVerified: boolean
}

const FIND = `
  select w.id, w.namespace_id as "namespaceId", w.name, w.body, w.secret, w.url_verified as "urlVerified"
  from webhooks w join namespaces n on n.id = w.namespace_id
  where w.id = $1 and n.suspended_at is null`

type Row = Omit<OpenWebhook, 'secret'> & { readonly secret: string | null }

export const webhookPlace = (namespaceId: NamespaceId, id: string) => ({ namespaceId, what: `webhook ${id}` })

/** With its secret in the clear; null: there is none, or its namespace is suspended. */
export async function findWebhook({ db, sealing }: App, id: string): Promise<OpenWebhook | null> {
  if (!isUuid(id)) return null
  const { rows } = await db.pool.query<Row>(FIND, [id])
  const [row] = rows
  if (!row) return null
  const secret = row.secret === null ? '' : sealing.open(webhookPlace(row.namespaceId, row.id), row.secret)
  return { ...row, secret }
}
