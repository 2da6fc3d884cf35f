import type { EventExecution } from '@/server/model/event-record'
import type { Mask } from '@/server/model/mask'
import type { Tenant } from '@/server/platform/tenant'
import { findEventMask } from './event-mask'

const PAGE = 200

export interface ExecutionFilter {
  readonly handler: string
  readonly from: number
}

/** The newest records of one handler, since a moment. */
export async function listEventExecutions(tenant: Tenant, filter: ExecutionFilter): Promise<EventExecution[]> {
  const [mask, executions] = await Promise.all([findEventMask(tenant), readExecutions(tenant, filter)])
  return executions.map((each) => maskExecution(each, mask))
}

export function maskExecution(execution: EventExecution, mask: Mask): EventExecution {
  return { ...execution, payload: mask(execution.payload), output: mask(execution.output) }
}

function readExecutions(tenant: Tenant, { handler, from }: ExecutionFilter): Promise<EventExecution[]> {
  return tenant.rows<EventExecution>(
    `select m.message_id || '_' || x.position as id, m.message_id as "messageId", x.handler as name, m.event,
       x.created_time as created, x.status, x.action, x.output, m.payload
     from event_executions x join event_messages m on m.id = x.message
     where x.namespace_id = $1 and x.handler = $2 and x.created_time >= $3
     order by x.created_time desc, x.position limit ${PAGE}`,
    [handler, from],
  )
}
