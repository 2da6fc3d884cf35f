import type { Client } from 'pg'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { arraysOf, type Column, insertInto } from './columns'
import { rowsOf } from './run'

/** A message for the event handlers, durable with the transition of the task that sends it. */
export interface MessageRow {
  readonly id: string
  readonly namespaceId: NamespaceId
  readonly event: string
  readonly messageId: string
  readonly payload: JsonObject
  /** The run that a person started: what handlers start counts among its descendants. */
  readonly rootWorkflowId: WorkflowId
  readonly now: number
}

const COLUMNS: readonly Column<MessageRow>[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'namespace_id', type: 'int4', of: ({ namespaceId }) => namespaceId },
  { name: 'event', type: 'text', of: ({ event }) => event },
  { name: 'message_id', type: 'text', of: ({ messageId }) => messageId },
  { name: 'payload', type: 'json', of: ({ payload }) => JSON.stringify(payload) },
  { name: 'root_id', type: 'uuid', of: ({ rootWorkflowId }) => rootWorkflowId },
  { name: 'status', type: 'text', of: () => 'RECEIVED' },
  { name: 'attempts', type: 'int4', of: () => 0 },
  { name: 'created_time', type: 'int8', of: ({ now }) => now },
  { name: 'due_time', type: 'int8', of: ({ now }) => now },
]

const INSERT_MESSAGES = { name: 'insert-messages', text: insertInto('event_messages', COLUMNS) }

export const insertMessages = (client: Client, rows: readonly MessageRow[]): Promise<unknown> =>
  rowsOf(client, INSERT_MESSAGES, arraysOf(COLUMNS, rows))
