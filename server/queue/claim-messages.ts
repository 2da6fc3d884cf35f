import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { STATEMENT_NOW } from './clock'
import type { Link } from './link'

export interface EventMessage {
  readonly id: string
  readonly namespaceId: NamespaceId
  readonly event: string
  readonly messageId: string
  readonly payload: JsonObject
  readonly rootWorkflowId: WorkflowId | null
  /** Counted from 1. */
  readonly attempts: number
}

/**
 * Messages that are due, so many of each namespace, so that nobody's flood is in front of the others. Taking one moves
 * its time: should we die, another replica takes it then. Those of a suspended namespace wait.
 */
const CLAIM_MESSAGES = {
  name: 'claim-messages',
  text: `
    with recursive senders(id) as (
      (select namespace_id from event_messages where due_time is not null order by namespace_id limit 1)
      union all
      select (
        select m.namespace_id from event_messages m
        where m.due_time is not null and m.namespace_id > n.id order by m.namespace_id limit 1
      ) from senders n where n.id is not null
    )
    update event_messages set due_time = ${STATEMENT_NOW} + $1, attempts = attempts + 1
    where id = any(array(
      select taken.id from senders n cross join lateral (
        select m.id from event_messages m
        where m.namespace_id = n.id and m.due_time <= ${STATEMENT_NOW} and not n.id = any($3::int[])
          and not exists (select from namespaces s where s.id = n.id and s.suspended_at is not null)
        order by m.due_time limit $2 for update skip locked
      ) taken
    ))
    returning id, namespace_id as "namespaceId", event, message_id as "messageId", payload,
      root_id as "rootWorkflowId", attempts`,
}

export interface ClaimRequest {
  readonly leaseMs: number
  readonly perNamespace: number
  /** These have enough in hand. */
  readonly except: readonly NamespaceId[]
}

export async function claimMessages(link: Link, request: ClaimRequest): Promise<EventMessage[]> {
  const { leaseMs, perNamespace, except } = request
  return (await link.run<EventMessage>(CLAIM_MESSAGES, [leaseMs, perNamespace, except])).rows
}

const KEEP_MESSAGES = {
  name: 'keep-messages',
  text: `
    update event_messages set due_time = ${STATEMENT_NOW} + $2
    where id = any($1::uuid[]) and due_time is not null`,
}

/** Says that this server still works on them; with no lease, that it will not finish them. */
export async function keepMessages(link: Link, ids: readonly string[], leaseMs: number): Promise<void> {
  await link.run(KEEP_MESSAGES, [ids, leaseMs])
}

const SETTLE_MESSAGE = {
  name: 'settle-message',
  text: `
    update event_messages set status = $2, note = $3, due_time = ${STATEMENT_NOW} + $4::int8 where id = $1`,
}

export interface Settlement {
  readonly status: 'RECEIVED' | 'HANDLED' | 'REJECTED'
  readonly note: string | null
  /** Null: it is done with. */
  readonly againInMs: number | null
}

export async function settleMessage(link: Link, id: string, settlement: Settlement): Promise<void> {
  const { status, note, againInMs } = settlement
  await link.run(SETTLE_MESSAGE, [id, status, note, againInMs])
}
