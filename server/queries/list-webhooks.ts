import { AppError } from '@/server/model/errors'
import { isUuid } from '@/server/model/ids'
import type { Webhook, WebhookEvent } from '@/server/model/webhook'
import type { Tenant } from '@/server/platform/tenant'

const SELECT = `
  select id, body, secret is not null as "hasSecret", url_verified as "urlVerified", created_by as "createdBy",
    created_time::float8 as "createdTime"
  from webhooks where namespace_id = $1`

export const listWebhooks = (tenant: Tenant): Promise<readonly Webhook[]> =>
  tenant.rows<Webhook>(`${SELECT} order by created_time, id`)

export async function getWebhook(tenant: Tenant, id: string): Promise<Webhook> {
  const [found] = isUuid(id) ? await tenant.rows<Webhook>(`${SELECT} and id = $2`, [id]) : []
  if (!found) throw new AppError('NOT_FOUND', `No such webhook found by id: ${id}`)
  return found
}

const EVENTS = `
  select id as "eventId", payload, received_time::float8 as "timeStamp", workflow_ids as "workflowIds", problem
  from webhook_events where namespace_id = $1 and webhook_id = $2
  order by received_time desc, id desc limit $3`

/** The newest first. */
export const listWebhookEvents = (tenant: Tenant, id: string, limit: number): Promise<readonly WebhookEvent[]> =>
  tenant.rows<WebhookEvent>(EVENTS, [id, limit])
