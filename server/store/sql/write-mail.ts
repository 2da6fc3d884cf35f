import type { Client } from 'pg'
import type { EngineEvent } from '@/server/engine/event'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { arraysOf, type Column, insertInto } from './columns'
import { rowsOf } from './run'

/** An event to another execution, durable with the sender's transition. */
export interface MailRow {
  readonly inboxId: string
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  readonly event: EngineEvent
  readonly now: number
  readonly senderId: WorkflowId
  /** Rises with each event that the sender sends. */
  readonly sentOrder: number
}

const COLUMNS: readonly Column<MailRow>[] = [
  { name: 'id', type: 'uuid', of: ({ inboxId }) => inboxId },
  { name: 'namespace_id', type: 'int4', of: ({ namespaceId }) => namespaceId },
  { name: 'execution_id', type: 'uuid', of: ({ workflowId }) => workflowId },
  { name: 'event', type: 'json', of: ({ event }) => JSON.stringify(event) },
  { name: 'created_time', type: 'int8', of: ({ now }) => now },
  { name: 'sender_id', type: 'uuid', of: ({ senderId }) => senderId },
  { name: 'sent_order', type: 'int8', of: ({ sentOrder }) => sentOrder },
]

const INSERT_MAIL = { name: 'insert-mail', text: insertInto('inbox', COLUMNS) }

export const insertMail = (client: Client, rows: readonly MailRow[]): Promise<unknown> =>
  rowsOf(client, INSERT_MAIL, arraysOf(COLUMNS, rows))
