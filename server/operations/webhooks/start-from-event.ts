import { readJsonPath } from '@/server/engine/expressions/json-path'
import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import type { WebhookStart } from '@/server/model/webhook'
import type { App } from '@/server/operations/app'
import { startAtGate } from '@/server/operations/start-workflow'
import { idFrom } from '@/server/platform/ids'
import type { OpenWebhook } from './find-webhook'
import { type HookEvent, problemOf } from './hook-event'

interface Started {
  readonly workflowIds: readonly WorkflowId[]
  readonly problems: readonly string[]
}

/** Starts each workflow that the webhook names, with the event as its input; for one event each starts once. */
export async function startFromEvent(app: App, webhook: OpenWebhook, event: HookEvent): Promise<Started> {
  const workflowIds: WorkflowId[] = []
  const problems: string[] = []
  for (const [name, start] of Object.entries(webhook.body.workflowsToStart)) {
    try {
      workflowIds.push(await startOne(app, webhook, { name, start, event }))
    } catch (error) {
      problems.push(problemOf(error))
    }
  }
  return { workflowIds, problems }
}

interface StartOne {
  readonly name: string
  readonly start: WebhookStart
  readonly event: HookEvent
}

async function startOne(app: App, { id, name: hookName, namespaceId }: OpenWebhook, { name, start, event }: StartOne) {
  const wish = typeof start === 'object' && start !== null ? start : { version: start }
  app.startRate.spend(namespaceId)
  const outcome = await startAtGate(app, namespaceId, {
    name,
    version: wish.version || null,
    definition: null,
    input: event.payload,
    correlationId: read(wish.correlationId, event),
    priority: 0,
    taskToDomain: {},
    createdBy: `webhook:${hookName}`,
    event: `webhook:${id}`,
    idempotencyKey: read(wish.idempotencyKey, event),
    idempotencyStrategy: wish.idempotencyStrategy ?? 'RETURN_EXISTING',
    workflowId: asWorkflowId(idFrom('webhook', event.id, name)),
  })
  return outcome.workflowId
}

/** `$.…` reads from the event; any other text is meant as it stands. */
function read(text: string | null | undefined, { payload }: HookEvent): string | null {
  if (!text) return null
  if (!text.startsWith('$')) return text
  const value = readJsonPath(text, (member) => (Object.hasOwn(payload, member) ? payload[member] : undefined))
  return value === null || typeof value === 'object' ? null : String(value)
}
