import type { Tenant } from '@/server/platform/tenant'

export interface EventQueue {
  readonly event: string
  /** Messages that are not handled yet. */
  readonly waiting: number
}

/** The events that somebody listens to. */
export async function listEventQueues(tenant: Tenant): Promise<EventQueue[]> {
  return tenant.rows<EventQueue>(
    `select h.event, (
       select count(*)::int from event_messages m
       where m.namespace_id = $1 and m.event = h.event and m.due_time is not null
     ) as waiting
     from (select distinct event from event_handlers where namespace_id = $1 and active) h order by h.event`,
  )
}
