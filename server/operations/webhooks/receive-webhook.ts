import { AppError } from '@/server/model/errors'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { checkOutputSize } from '@/server/operations/check-output-size'
import { newId } from '@/server/platform/ids'
import { answerEvent, answerQuestion, type ChallengeAnswer } from './answer-challenge'
import { findWebhook, type OpenWebhook } from './find-webhook'
import { handleEvent } from './handle-event'
import { findForgery, type IncomingHook } from './verify-webhook'

export type HookAnswer = ChallengeAnswer | { readonly type: 'received'; readonly eventId: string }

/**
 * An event from outside: verified, kept, and then told to whoever waits for it. It is answered when everything that it
 * leads to is durable, so that a sender who hears nothing sends it again; the same delivery counts once.
 */
export async function receiveWebhook(
  app: App,
  id: string,
  { hook, parse }: { readonly hook: IncomingHook; readonly parse: (text: string) => Json },
): Promise<HookAnswer> {
  const webhook = await findWebhook(app, id)
  if (webhook === null) throw new AppError('NOT_FOUND', `No such webhook found by id: ${id}`)
  if (!app.webhookRate.admit(webhook.id)) throw tooMany(app)
  const by = { body: webhook.body, secret: webhook.secret, now: app.clock.now() }
  if (hook.method === 'GET') {
    const answer = answerQuestion(hook, by)
    if (answer === null) throw new AppError('BAD_REQUEST', 'A webhook receives events by POST; this GET asks nothing.')
    await noteVerified(app, webhook)
    return answer
  }
  // Microsoft asks before it knows how to sign: nothing but its own question is answered.
  const unsigned = answerEvent(null, hook)
  if (unsigned !== null) return unsigned
  const forgery = findForgery(hook, by)
  if (forgery !== null) throw new AppError('UNAUTHENTICATED', forgery)
  const payload = parse(hook.bodyText)
  await noteVerified(app, webhook)
  return answerEvent(payload, hook) ?? keep(app, webhook, { hook, event: eventOf(payload, hook) })
}

async function keep(
  app: App,
  webhook: OpenWebhook,
  { hook, event }: { readonly hook: IncomingHook; readonly event: JsonObject },
): Promise<HookAnswer> {
  checkOutputSize(event, app.limits)
  const kept = await insertEvent(app, webhook, { delivery: deliveryOf(hook, event), event })
  if (kept.isNew) await handleEvent(app, webhook, { id: kept.id, payload: event })
  return { type: 'received', eventId: kept.id }
}

/** Of a delivery that comes again only what was left undone is done. */
const INSERT = `
  insert into webhook_events (id, namespace_id, webhook_id, delivery, payload, received_time, workflow_ids, problem)
  values ($1, $2, $3, $4, $5, $6, '{}', 'pending')
  on conflict (webhook_id, delivery) where delivery is not null do update set received_time = excluded.received_time
  returning id, problem = 'pending' as "isNew"`

const TRIM = `
  delete from webhook_events where webhook_id = $1 and id in (
    select id from webhook_events where webhook_id = $1 order by received_time desc, id desc offset $2)`

async function insertEvent(
  { db, clock, limits }: App,
  { id, namespaceId }: OpenWebhook,
  { delivery, event }: { readonly delivery: string | null; readonly event: JsonObject },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const values = [newId(), namespaceId, id, delivery, JSON.stringify(event), clock.now()]
  const { rows } = await db.pool.query<{ id: string; isNew: boolean }>(INSERT, values)
  await db.pool.query(TRIM, [id, limits.webhookEventsKept])
  return rows[0] ?? { id: '', isNew: false }
}

/** Parameters of the address are part of the event; what the body says of the same name wins. */
function eventOf(payload: Json, { query }: IncomingHook): JsonObject {
  return { ...query, ...(isJsonObject(payload) ? payload : { body: payload }) }
}

/** What the sender calls this delivery, where it has a name for it. */
function deliveryOf(hook: IncomingHook, event: JsonObject): string | null {
  const header = hook.header('x-github-delivery') ?? hook.header('webhook-id') ?? hook.header('idempotency-key')
  if (header !== null) return header.slice(0, 500)
  const own = hook.header('stripe-signature') === null ? event.event_id : event.id
  return typeof own === 'string' && own !== '' ? own.slice(0, 500) : null
}

async function noteVerified({ db }: App, { id, urlVerified }: OpenWebhook): Promise<void> {
  if (!urlVerified) await db.pool.query('update webhooks set url_verified = true where id = $1', [id])
}

function tooMany({ quotas }: App): AppError {
  const limit = `${quotas.webhookEventsPerMinute} (limit webhookEventsPerMinute)`
  return new AppError('TOO_MANY_REQUESTS', `This webhook takes so many events per minute: ${limit}.`, {
    retryAfterSeconds: 60,
  })
}
