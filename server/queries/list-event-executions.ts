import type { EventExecution } from '@/server/model/event-record'
import type { Tenant } from '@/server/platform/tenant'

const PAGE = 200

/** The newest records of one handler, since a moment. */
export async function listEventExecutions(
  tenant: Tenant,
  { handler, from }: { readonly handler: string; readonly from: number },
): Promise<EventExecution[]> {
  return tenant.rows<EventExecution>(
    `select m.message_id || '_' || x.position as id, m.message_id as "messageId", x.handler as name, m.event,
       x.created_time as created, x.status, x.action, x.output, m.payload
     from event_executions x join event_messages m on m.id = x.message
     where x.namespace_id = $1 and x.handler = $2 and x.created_time >= $3
     order by x.created_time desc, x.position limit ${PAGE}`,
    [handler, from],
  )
}
