import type { EventTally } from '@/server/model/event-record'
import type { Tenant } from '@/server/platform/tenant'

/** Each handler with the messages that it has looked at. */
export async function tallyHandlers(tenant: Tenant): Promise<EventTally[]> {
  return tenant.rows<EventTally>(
    `select h.name, h.event, h.active, json_array_length(h.body->'actions') as "numberOfActions",
       (select count(distinct x.message)::int from event_executions x
        where x.namespace_id = $1 and x.handler = h.name) as "numberOfMessages"
     from event_handlers h where h.namespace_id = $1 order by h.name`,
  )
}

/** Each event that messages have come for, with their number. */
export async function tallyEvents(tenant: Tenant): Promise<EventTally[]> {
  return tenant.rows<EventTally>(
    `select null as name, m.event, count(*)::int as "numberOfMessages",
       exists (select from event_handlers h
         where h.namespace_id = $1 and h.event = m.event and h.active) as active,
       (select coalesce(sum(json_array_length(h.body->'actions')), 0)::int from event_handlers h
        where h.namespace_id = $1 and h.event = m.event) as "numberOfActions"
     from event_messages m where m.namespace_id = $1 group by m.event order by m.event`,
  )
}
