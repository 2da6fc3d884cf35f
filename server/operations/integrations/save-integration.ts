import { recordAudit } from '@/server/auth/audit'
import { lockNamespace } from '@/server/auth/lock-namespace'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import {
  INTEGRATION_NAME,
  type IntegrationUpdate,
  knownKind,
  SECRET_NAMES,
  type Settings,
  settingsProblems,
} from '@/server/model/integration'
import { type IntegrationKind, KEPT_SECRET } from '@/server/model/integration-kinds'
import type { App } from '@/server/operations/app'
import type { PrismaTransaction } from '@/server/platform/prisma'
import { tenantOf } from '@/server/platform/tenant'
import { loadIntegration, openSettings, type StoredIntegration, sealSettings } from './stored-integration'

export interface SaveIntegration {
  readonly name: string
  readonly update: IntegrationUpdate
  /** Only a new one: another of that name is not replaced. */
  readonly isNew?: boolean
}

/**
 * Creates or replaces an integration. A secret that is left out, or `***`, is kept; but not when the address or the
 * user changes: whoever may only write credentials must not be able to send them somewhere else.
 */
export async function saveIntegration(app: App, actor: Actor, save: SaveIntegration): Promise<void> {
  requireRole(actor, 'editor')
  const { name, update, isNew = false } = save
  if (!INTEGRATION_NAME.test(name)) {
    throw new AppError('BAD_REQUEST', 'The name of an integration has letters, digits, _ and -, 64 at most.')
  }
  const kind = knownKind(update.type)
  if (typeof kind === 'string') throw new AppError('BAD_REQUEST', kind)
  await app.prisma.$transaction(async (tx) => {
    await lockNamespace(tx, actor.namespaceId)
    const tenant = tenantOf(app.db, actor.namespaceId)
    const before = await loadIntegration(tenant, name)
    if (isNew && before) throw new AppError('CONFLICT', `There is an integration named ${name} already.`)
    if (before === null) await requireRoom(tx, app, actor)
    await write(tx, actor, { ...columnsOf(app, actor, { name, kind, update, before }), before, name })
    await recordAudit(tx, actor, { action: before ? 'integration.update' : 'integration.create', subject: name })
  })
}

interface Change {
  readonly name: string
  readonly kind: IntegrationKind
  readonly update: IntegrationUpdate
  readonly before: StoredIntegration | null
}

function columnsOf({ sealing }: App, { namespaceId }: Actor, { name, kind, update, before }: Change) {
  const secretNames = new Set(kind.fields.filter((field) => field.kind === 'secret').map((field) => field.name))
  const given = Object.entries(update.configuration).filter(([, value]) => value !== null && value !== '')
  const open = Object.fromEntries(given.filter(([field]) => !secretNames.has(field)))
  const isKept = (field: string) => [undefined, KEPT_SECRET].includes(update.configuration[field] as undefined)
  const old = before?.type === kind.type ? before : null
  const kept = Object.entries(old === null ? {} : openSettings(sealing, namespaceId, old)).filter(
    ([field]) => secretNames.has(field) && isKept(field),
  )
  if (old !== null && kept.length > 0)
    requireSamePlace(
      old,
      open,
      kept.map(([field]) => field),
    )
  const fresh = given.filter(([field, value]) => secretNames.has(field) && value !== KEPT_SECRET)
  const secrets: Settings = Object.fromEntries([...kept, ...fresh])
  const problems = settingsProblems(kind, { ...open, ...secrets })
  if (problems.length > 0) {
    const text = problems.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new AppError('BAD_REQUEST', `The configuration of ${name} is not complete: ${text}.`, {
      validationErrors: problems.map(({ field, message }) => ({ path: `configuration.${field}`, message })),
    })
  }
  return {
    type: kind.type,
    description: update.description ?? before?.description ?? '',
    enabled: update.enabled ?? before?.enabled ?? true,
    configuration: { ...open, [SECRET_NAMES]: Object.keys(secrets) },
    sealed: sealSettings(sealing, { namespaceId, name }, secrets),
  }
}

function requireSamePlace(before: StoredIntegration, open: Settings, kept: readonly string[]): void {
  const fields = new Set([...Object.keys(before.configuration), ...Object.keys(open)])
  fields.delete(SECRET_NAMES)
  const changed = [...fields].filter((field) => before.configuration[field] !== open[field])
  if (changed.length === 0) return
  throw new AppError(
    'BAD_REQUEST',
    `${changed.join(', ')} changed: give ${kept.join(', ')} again. What is kept secret is only sent where it was meant for.`,
  )
}

async function write(
  tx: PrismaTransaction,
  actor: Actor,
  { name, before, ...columns }: ReturnType<typeof columnsOf> & Pick<Change, 'name' | 'before'>,
): Promise<void> {
  const data = { ...columns, updatedBy: actor.name, updatedAt: new Date() }
  const key = { namespaceId: actor.namespaceId, name }
  if (before) await tx.integration.update({ where: { namespaceId_name: key }, data })
  else await tx.integration.create({ data: { ...key, ...data, tags: [], createdBy: actor.name } })
}

async function requireRoom(tx: PrismaTransaction, { quotas }: App, { namespaceId }: Actor): Promise<void> {
  if (quotas.integrations === null) return
  const used = await tx.integration.count({ where: { namespaceId } })
  if (used < quotas.integrations) return
  throw new AppError('QUOTA_EXCEEDED', `A namespace may hold ${quotas.integrations} integrations (limit integrations).`)
}
