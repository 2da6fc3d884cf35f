import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { newId } from '@/server/platform/ids'
import { tenantOf } from '@/server/platform/tenant'
import { STATEMENT_NOW } from '@/server/queue/clock'

export interface ArrivedMessage {
  readonly event: string
  readonly messageId: string
  /** What its sender knows it by, the same when it is sent again: it is taken once. */
  readonly sourceKey: string | null
  readonly payload: JsonObject
}

const INSERT = `
  insert into event_messages
    (id, namespace_id, event, message_id, source_key, payload, status, note, attempts, created_time, due_time)
  values ($2, $1, $3, $4, $5, $6, $7, $8, 0, ${STATEMENT_NOW}, case when $7 = 'RECEIVED' then ${STATEMENT_NOW} end)
  on conflict do nothing`

/** Takes a message from outside: it is durable when this returns, and handled soon after. */
export async function receiveMessage(
  app: Pick<App, 'db' | 'limits' | 'store'>,
  namespaceId: NamespaceId,
  arrived: ArrivedMessage,
): Promise<void> {
  const { event, messageId, sourceKey, payload } = arrived
  const text = JSON.stringify(payload)
  const { taskInputBytes } = app.limits
  const tooLarge = Buffer.byteLength(text) > taskInputBytes
  const [kept, status, note] = tooLarge
    ? ['{}', 'REJECTED', `The payload is larger than ${taskInputBytes} bytes (limit taskInputBytes).`]
    : [text, 'RECEIVED', null]
  const values = [newId(), event, messageId, sourceKey, kept, status, note]
  await tenantOf(app.db, namespaceId).rows(INSERT, values)
  app.store.messagesArrived()
}
