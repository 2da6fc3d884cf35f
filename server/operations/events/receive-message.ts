import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { Limits } from '@/server/model/limits'
import type { Database } from '@/server/platform/database'
import { newId } from '@/server/platform/ids'
import { tenantOf } from '@/server/platform/tenant'
import { STATEMENT_NOW } from '@/server/queue/clock'
import type { Store } from '@/server/store/store'

/** What a message is taken with. */
export interface Intake {
  readonly db: Database
  readonly limits: Limits
  readonly store: Store
}

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
  { db, limits, store }: Intake,
  namespaceId: NamespaceId,
  arrived: ArrivedMessage,
): Promise<void> {
  const { event, messageId, sourceKey, payload } = arrived
  const text = JSON.stringify(payload)
  const { taskInputBytes } = limits
  const tooLarge = Buffer.byteLength(text) > taskInputBytes
  const [kept, status, note] = tooLarge
    ? ['{}', 'REJECTED', `The payload is larger than ${taskInputBytes} bytes (limit taskInputBytes).`]
    : [text, 'RECEIVED', null]
  const values = [newId(), event, messageId, sourceKey, kept, status, note]
  await tenantOf(db, namespaceId).rows(INSERT, values)
  store.messagesArrived()
}
