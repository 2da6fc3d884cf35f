import type { PoolClient } from 'pg'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { EventHandler } from '@/server/model/event-handler'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'

/** New handlers, all or none: a name that is taken refuses them. */
export async function createEventHandlers(app: App, actor: Actor, handlers: readonly EventHandler[]): Promise<void> {
  requireRole(actor, 'editor')
  const { eventHandlers } = app.quotas
  for (const handler of handlers) requireFewActions(app, handler)
  await inTransaction(app.db, async (client) => {
    if (eventHandlers !== null) await client.query(LOCK, [actor.namespaceId])
    for (const handler of handlers) {
      const { rowCount } = await client.query(INSERT, valuesOf(actor, handler))
      if (rowCount === 0) throw new AppError('CONFLICT', `EventHandler with name ${handler.name} already exists!`)
    }
    if (eventHandlers !== null) await requireRoom(client, actor, eventHandlers)
  })
}

/** What a handler says now replaces all that it said. */
export async function updateEventHandlers(app: App, actor: Actor, handlers: readonly EventHandler[]): Promise<void> {
  requireRole(actor, 'editor')
  for (const handler of handlers) requireFewActions(app, handler)
  await inTransaction(app.db, async (client) => {
    for (const handler of handlers) {
      const { rowCount } = await client.query(UPDATE, valuesOf(actor, handler))
      if (rowCount === 0) throw noSuchHandler(handler.name)
    }
  })
}

export function noSuchHandler(name: string): AppError {
  return new AppError('NOT_FOUND', `EventHandler with name ${name} not found!`)
}

/** Racing requests take turns, so that they cannot exceed the quota together. */
const LOCK = 'select from namespaces where id = $1 for update'

const INSERT = `
  insert into event_handlers (namespace_id, name, event, active, body, created_by, updated_by)
  values ($1, $2, $3, $4, $5, $6, $6) on conflict (namespace_id, name) do nothing`

const UPDATE = `
  update event_handlers set event = $3, active = $4, body = $5, updated_by = $6, updated_at = now()
  where namespace_id = $1 and name = $2`

function valuesOf({ namespaceId, name }: Actor, handler: EventHandler): unknown[] {
  return [namespaceId, handler.name, handler.event, handler.active, JSON.stringify(handler), name]
}

function requireFewActions({ limits }: App, { name, actions }: EventHandler): void {
  const { actionsPerEventHandler } = limits
  if (actions.length <= actionsPerEventHandler) return
  const message = `${name} has ${actions.length} actions; a handler may have ${actionsPerEventHandler} (limit actionsPerEventHandler).`
  throw new AppError('BAD_REQUEST', message)
}

/** Counted with what was just written, which a refusal takes back. */
async function requireRoom(client: PoolClient, actor: Actor, limit: number): Promise<void> {
  const { rows } = await client.query<{ used: number }>(
    'select count(*)::int as used from event_handlers where namespace_id = $1',
    [actor.namespaceId],
  )
  if ((rows[0]?.used ?? 0) <= limit) return
  throw new AppError('QUOTA_EXCEEDED', `A namespace may hold ${limit} event handlers (limit eventHandlers).`)
}
