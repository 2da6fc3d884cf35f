import { randomUUID } from 'node:crypto'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { isUuid } from '@/server/model/ids'
import { MASKED, type WebhookBody, type WebhookConfig, type WebhookVerifier } from '@/server/model/webhook'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { requirePlace } from '@/server/operations/require-place'
import { tenantOf } from '@/server/platform/tenant'
import { webhookPlace } from './find-webhook'

const INSERT = `
  insert into webhooks (id, namespace_id, name, body, secret, created_by, created_time)
  values ($1, $2, $3, $4, $5, $6, $7)`

/** Answers the id, which is the address's secret part: random, and nothing else. */
export async function createWebhook(app: App, actor: Actor, config: WebhookConfig): Promise<string> {
  requireRole(actor, 'editor')
  requireWhole(config, given(config.secretValue) !== null)
  const id = randomUUID()
  await inTransaction(app.db, async (client) => {
    await requirePlace(client, actor, {
      limit: app.quotas.webhooks,
      count: 'select count(*)::int as count from webhooks where namespace_id = $1',
      params: [],
      refusal: (limit) => `This namespace may have ${limit} webhooks (limit webhooks).`,
    })
    const body = JSON.stringify(bodyOf(config))
    const secret = sealed(app, actor, { id, value: given(config.secretValue) })
    await client.query(INSERT, [id, actor.namespaceId, config.name, body, secret, actor.name, app.clock.now()])
  })
  return id
}

const UPDATE = `
  update webhooks set name = $3, body = $4, secret = coalesce($5, secret) where namespace_id = $1 and id = $2`

/** A secret that is left out, or shown as it was masked, stays. */
export async function updateWebhook(app: App, actor: Actor, config: WebhookConfig & { id: string }): Promise<void> {
  requireRole(actor, 'editor')
  const { id } = config
  const tenant = tenantOf(app.db, actor.namespaceId)
  const [kept] = isUuid(id)
    ? await tenant.rows<{ has: boolean }>(
        'select secret is not null as has from webhooks where namespace_id = $1 and id = $2',
        [id],
      )
    : []
  if (!kept) throw noSuchWebhook(id)
  const value = given(config.secretValue)
  requireWhole(config, kept.has || value !== null)
  await tenant.rows(UPDATE, [id, config.name, JSON.stringify(bodyOf(config)), sealed(app, actor, { id, value })])
}

export async function removeWebhook(app: App, actor: Actor, id: string): Promise<void> {
  requireRole(actor, 'editor')
  const found = isUuid(id)
    ? await tenantOf(app.db, actor.namespaceId).rows(
        'delete from webhooks where namespace_id = $1 and id = $2 returning id',
        [id],
      )
    : []
  if (found.length === 0) throw noSuchWebhook(id)
}

export function noSuchWebhook(id: string): AppError {
  return new AppError('NOT_FOUND', `No such webhook found by id: ${id}`)
}

const SIGNED: ReadonlySet<WebhookVerifier> = new Set([
  'SLACK_BASED',
  'SIGNATURE_BASED',
  'STRIPE',
  'TWITTER',
  'HMAC_BASED',
  'SENDGRID',
])

/** Without what it is verified by, a webhook would believe anybody or nobody. */
function requireWhole({ verifier, headers }: WebhookConfig, hasSecret: boolean): void {
  if (SIGNED.has(verifier) && !hasSecret) {
    throw new AppError('BAD_REQUEST', `A webhook of the verifier ${verifier} needs a secret: secretValue is missing.`)
  }
  if (verifier === 'HEADER_BASED' && Object.keys(headers).length === 0) {
    throw new AppError('BAD_REQUEST', 'A webhook of the verifier HEADER_BASED needs headers to compare.')
  }
}

function bodyOf({ id: _, secretValue: __, ...body }: WebhookConfig): WebhookBody {
  return body
}

function given(secret: string | null | undefined): string | null {
  return secret === undefined || secret === null || secret === '' || secret === MASKED ? null : secret
}

function sealed(
  { sealing }: App,
  { namespaceId }: Actor,
  { id, value }: { readonly id: string; readonly value: string | null },
): string | null {
  return value === null ? null : sealing.seal(webhookPlace(namespaceId, id), value)
}
