import { isJsonObject, type Json } from '@/server/model/json'
import { hmac, sameText } from './signatures'
import type { IncomingHook, VerifiedBy } from './verify-webhook'

/** What a platform that asks whether the address is really ours is answered. */
export type ChallengeAnswer =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'json'; readonly value: Json }

/** By GET nothing but a question can come. Null: it is none that we know. */
export function answerQuestion({ query }: IncomingHook, { body, secret }: VerifiedBy): ChallengeAnswer | null {
  if (body.verifier === 'TWITTER' && query.crc_token !== undefined) {
    return { type: 'json', value: { response_token: `sha256=${hmac(secret, query.crc_token, 'base64')}` } }
  }
  const { 'hub.challenge': challenge, 'hub.verify_token': token } = query
  if (challenge !== undefined && token !== undefined) {
    return sameText(token, secret) ? { type: 'text', text: challenge } : null
  }
  return query.challenge === undefined ? null : { type: 'text', text: query.challenge }
}

/** Slack asks within a signed event, Microsoft with a parameter of an empty one. Null: it is an event. */
export function answerEvent(payload: Json, { query, bodyText }: IncomingHook): ChallengeAnswer | null {
  if (isJsonObject(payload) && payload.type === 'url_verification' && typeof payload.challenge === 'string') {
    return { type: 'text', text: payload.challenge }
  }
  const { validationToken } = query
  return validationToken !== undefined && bodyText === '' ? { type: 'text', text: validationToken } : null
}
