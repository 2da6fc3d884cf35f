import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { inTransaction } from './in-transaction'
import { requirePlace } from './require-place'

export interface SaveInputRequest {
  readonly workflow: string
  readonly name: string
  readonly input: JsonObject
}

/** Keeps an input under a name for everybody in the namespace; the same name again replaces it. */
export async function saveInput(app: App, actor: Actor, { workflow, name, input }: SaveInputRequest): Promise<void> {
  requireRole(actor, 'editor')
  const text = JSON.stringify(input)
  const { taskInputBytes } = app.limits
  if (text.length > taskInputBytes)
    throw new AppError('PAYLOAD_TOO_LARGE', `The input has more than ${taskInputBytes} bytes (limit taskInputBytes).`)
  await inTransaction(app.db, async (client) => {
    await requirePlace(client, actor, {
      limit: app.quotas.savedInputs,
      count: `select count(*)::int from saved_inputs where namespace_id = $1 and workflow = $2 and name <> $3`,
      params: [workflow, name],
      refusal: (limit) => `${workflow} may have ${limit} saved inputs (limit savedInputs): remove one first.`,
    })
    await client.query(
      `insert into saved_inputs (namespace_id, workflow, name, input, updated_by) values ($1, $2, $3, $4, $5)
       on conflict (namespace_id, workflow, name) do update
       set input = excluded.input, updated_by = excluded.updated_by, updated_at = now()`,
      [actor.namespaceId, workflow, name, text, actor.name],
    )
  })
}

export async function removeInput(
  app: App,
  actor: Actor,
  { workflow, name }: Omit<SaveInputRequest, 'input'>,
): Promise<void> {
  requireRole(actor, 'editor')
  const removed = await tenantOf(app.db, actor.namespaceId).rows(
    'delete from saved_inputs where namespace_id = $1 and workflow = $2 and name = $3 returning 1',
    [workflow, name],
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND', `${workflow} has no saved input ${name}.`)
}
