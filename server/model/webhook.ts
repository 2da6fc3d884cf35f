import { z } from 'zod'
import type { JsonObject } from './json'
import { tagSchema } from './tag'
import { orDefault, requiredName } from './task-def'

/** How a webhook tells its sender from anybody else. */
export const WEBHOOK_VERIFIERS = [
  'SLACK_BASED',
  'SIGNATURE_BASED',
  'HEADER_BASED',
  'STRIPE',
  'TWITTER',
  'HMAC_BASED',
  'SENDGRID',
] as const
export type WebhookVerifier = (typeof WEBHOOK_VERIFIERS)[number]

const version = z.union([z.number().int(), z.string().regex(/^\d*$/).transform(Number)]).nullish()

/** A workflow that each event starts: its version, or more about the start. `$.…` reads from the event. */
const startSchema = z.union([
  version,
  z.object({
    version,
    correlationId: z.string().nullish(),
    idempotencyKey: z.string().nullish(),
    idempotencyStrategy: z.enum(['FAIL', 'RETURN_EXISTING', 'FAIL_ON_RUNNING']).nullish(),
  }),
])
export type WebhookStart = z.output<typeof startSchema>

/** Conductor's WebhookConfig, as far as somebody writes it. */
export const webhookConfigSchema = z.object({
  id: z.string().nullish(),
  name: requiredName.pipe(z.string().min(1, 'Webhook name cannot be empty')),
  sourcePlatform: z.string().nullish(),
  verifier: z.enum(WEBHOOK_VERIFIERS),
  /** HEADER_BASED: what each of these must say. */
  headers: orDefault(z.record(z.string(), z.string()), {}),
  /** The header that holds the signature, where it is not the platform's own. */
  headerKey: z.string().nullish(),
  secretKey: z.string().nullish(),
  secretValue: z.string().nullish(),
  /** Whose WAIT_FOR_WEBHOOK tasks hear of an event; version 0: any. */
  receiverWorkflowNamesToVersions: orDefault(z.record(z.string(), version), {}),
  workflowsToStart: orDefault(z.record(z.string(), startSchema), {}),
  evaluatorType: z.string().nullish(),
  /** A script over the event: only where it is true the event counts. */
  expression: z.string().nullish(),
  tags: orDefault(z.array(tagSchema), []),
})
export type WebhookConfig = z.output<typeof webhookConfigSchema>
export type WebhookConfigInput = z.input<typeof webhookConfigSchema>

/** As it is kept: the secret stands apart, sealed. */
export type WebhookBody = Omit<WebhookConfig, 'id' | 'secretValue'>

export interface Webhook {
  readonly id: string
  readonly body: WebhookBody
  readonly hasSecret: boolean
  readonly urlVerified: boolean
  readonly createdBy: string
  readonly createdTime: number
}

export interface WebhookEvent {
  readonly eventId: string
  readonly payload: JsonObject
  readonly timeStamp: number
  readonly workflowIds: readonly string[]
  readonly problem: string | null
}

export const MASKED = '***'
