import { type MessageDetails, type MessageLine, noMessage } from '@/server/model/event-record'
import { isUuid } from '@/server/model/ids'
import type { Tenant } from '@/server/platform/tenant'
import { findEventMask } from './event-mask'

export interface MessagePage {
  readonly rows: readonly MessageLine[]
  readonly total: number
}

interface MessageFilter {
  /** Null: of every event. */
  readonly event: string | null
  readonly offset: number
  readonly size: number
}

const LINE = (output: string) => `
  m.id as key, m.event, m.created_time as "createdAt", m.status, m.note,
  coalesce((
    select json_agg(json_build_object('handler', x.handler, 'position', x.position, 'action', x.action,
      'status', x.status, 'output', ${output}) order by x.handler, x.position)
    from event_executions x where x.message = m.id
  ), '[]') as outcomes`

/** What a link needs, not what a message was answered with. */
const SHORT_OUTPUT = "json_build_object('workflowId', x.output->'workflowId')"

const OF_EVENT = 'm.namespace_id = $1 and ($2::text is null or m.event = $2)'

/** The messages of one event or of all, newest first. */
export async function listMessageLines(tenant: Tenant, { event, offset, size }: MessageFilter): Promise<MessagePage> {
  const [rows, [count]] = await Promise.all([
    tenant.rows<MessageLine>(
      `select ${LINE(SHORT_OUTPUT)} from event_messages m where ${OF_EVENT}
      order by m.created_time desc, m.id desc offset $3 limit $4`,
      [event, offset, size],
    ),
    tenant.rows<{ total: number }>(`select count(*)::int as total from event_messages m where ${OF_EVENT}`, [event]),
  ])
  return { rows, total: count?.total ?? 0 }
}

export async function getMessage(tenant: Tenant, key: string): Promise<MessageDetails> {
  const mask = await findEventMask(tenant)
  const [message] = isUuid(key)
    ? await tenant.rows<MessageDetails>(
        `select ${LINE('x.output')}, m.message_id as "messageId", m.payload from event_messages m
        where m.namespace_id = $1 and m.id = $2`,
        [key],
      )
    : []
  if (!message) throw noMessage()
  const outcomes = message.outcomes.map((each) => ({ ...each, output: mask(each.output) }))
  return { ...message, outcomes, payload: mask(message.payload) }
}
