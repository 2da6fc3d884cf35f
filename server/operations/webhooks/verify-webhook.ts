import type { WebhookBody, WebhookVerifier } from '@/server/model/webhook'
import { hmac, isEcdsaOf, isHmacOf, isRecent, sameText } from './signatures'

/** A request as it reached a webhook. */
export interface IncomingHook {
  readonly method: 'GET' | 'POST'
  readonly bodyText: string
  readonly query: Readonly<Record<string, string>>
  header(name: string): string | null
}

export interface VerifiedBy {
  readonly body: WebhookBody
  readonly secret: string
  readonly now: number
}

/** Why the request cannot be from whom the webhook expects; null: it is. */
export function findForgery(hook: IncomingHook, by: VerifiedBy): string | null {
  return VERIFIERS[by.body.verifier](hook, by)
}

type Verify = (hook: IncomingHook, by: VerifiedBy) => string | null

const OLD = 'The timestamp of the request is missing or more than five minutes off.'
const FORGED = 'The signature of the request does not fit its body.'

const VERIFIERS: Readonly<Record<WebhookVerifier, Verify>> = {
  SLACK_BASED: (hook, { secret, now }) => {
    const timestamp = hook.header('x-slack-request-timestamp') ?? ''
    if (!isRecent(timestamp, now)) return OLD
    const given = hook.header('x-slack-signature') ?? ''
    return judge(sameText(given, `v0=${hmac(secret, `v0:${timestamp}:${hook.bodyText}`)}`))
  },
  // GitHub, and everybody who copied it.
  SIGNATURE_BASED: (hook, { body, secret }) =>
    judge(isHmacOf(hook.header(body.headerKey || 'x-hub-signature-256') ?? '', secret, hook.bodyText)),
  HMAC_BASED: (hook, { body, secret }) =>
    judge(isHmacOf(hook.header(body.headerKey || 'x-signature') ?? '', secret, hook.bodyText)),
  HEADER_BASED: (hook, { body }) => {
    const wrong = Object.entries(body.headers).find(([name, value]) => !sameText(hook.header(name) ?? '', value))
    return wrong === undefined ? null : `The header ${wrong[0]} is missing or does not say what it must.`
  },
  STRIPE: (hook, { secret, now }) => {
    const parts = (hook.header('stripe-signature') ?? '').split(',').map((part) => part.trim().split('='))
    const timestamp = parts.find(([name]) => name === 't')?.[1] ?? ''
    if (!isRecent(timestamp, now)) return OLD
    const expected = hmac(secret, `${timestamp}.${hook.bodyText}`)
    // While a secret is being replaced, there are signatures of both.
    return judge(parts.some(([name, value = '']) => name === 'v1' && sameText(value, expected)))
  },
  TWITTER: (hook, { secret }) =>
    judge(
      sameText(hook.header('x-twitter-webhooks-signature') ?? '', `sha256=${hmac(secret, hook.bodyText, 'base64')}`),
    ),
  SENDGRID: (hook, { secret, now }) => {
    const timestamp = hook.header('x-twilio-email-event-webhook-timestamp') ?? ''
    if (!isRecent(timestamp, now)) return OLD
    const signature = hook.header('x-twilio-email-event-webhook-signature') ?? ''
    return judge(isEcdsaOf(signature, secret, timestamp + hook.bodyText))
  },
}

function judge(isGenuine: boolean): string | null {
  return isGenuine ? null : FORGED
}
