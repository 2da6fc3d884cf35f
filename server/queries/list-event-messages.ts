import type { EventMessageRecord } from '@/server/model/event-record'
import type { Tenant } from '@/server/platform/tenant'
import { findEventMask } from './event-mask'
import { maskExecution } from './list-event-executions'

const PAGE = 100

export interface MessageFilter {
  /** Null: any. */
  readonly event: string | null
  readonly from: number
}

/** The newest messages, each with what came of it. */
export async function listEventMessages(tenant: Tenant, filter: MessageFilter): Promise<EventMessageRecord[]> {
  const [mask, messages] = await Promise.all([findEventMask(tenant), readMessages(tenant, filter)])
  return messages.map((message) => ({
    ...message,
    payload: mask(message.payload),
    executions: message.executions.map((each) => maskExecution(each, mask)),
  }))
}

function readMessages(tenant: Tenant, { event, from }: MessageFilter): Promise<EventMessageRecord[]> {
  return tenant.rows<EventMessageRecord>(
    `select m.message_id as id, m.created_time as "createdAt", m.event, m.status, m.note, m.payload,
       coalesce((
         select json_agg(json_build_object('id', m.message_id || '_' || x.position, 'messageId', m.message_id,
           'name', x.handler, 'event', m.event, 'created', x.created_time, 'status', x.status, 'action', x.action,
           'output', x.output, 'payload', m.payload) order by x.handler, x.position)
         from event_executions x where x.message = m.id
       ), '[]') as executions
     from event_messages m
     where m.namespace_id = $1 and ($2::text is null or m.event = $2) and m.created_time >= $3
     order by m.created_time desc, m.id desc limit ${PAGE}`,
    [event, from],
  )
}
