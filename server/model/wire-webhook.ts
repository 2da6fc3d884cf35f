import type { Json, JsonObject } from './json'
import { MASKED, type Webhook, type WebhookEvent } from './webhook'

/** A WebhookConfig as clients read it; its secret is never shown. */
export function toWireWebhook(webhook: Webhook, events: readonly WebhookEvent[] = []): JsonObject {
  const { id, body, hasSecret, urlVerified, createdBy } = webhook
  const given = Object.entries(body).filter(([, value]) => value !== null && value !== undefined)
  return {
    ...(Object.fromEntries(given) as JsonObject),
    id,
    urlVerified,
    createdBy,
    ...(hasSecret ? { secretValue: MASKED } : {}),
    ...(events.length > 0 ? { webhookExecutionHistory: events.map(toWireEvent) } : {}),
  }
}

function toWireEvent({ eventId, payload, timeStamp, workflowIds, problem }: WebhookEvent): JsonObject {
  const event = { eventId, matched: workflowIds.length > 0, payload: JSON.stringify(payload), timeStamp, workflowIds }
  return problem === null ? event : { ...event, problem: problem as Json }
}
