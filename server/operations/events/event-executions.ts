import { AppError } from '@/server/model/errors'
import { isUuid } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import type { EventMessage } from '@/server/queue/claim-messages'
import { DB_NOW } from '@/server/queue/clock'
import { type ActionCall, keyOf } from './action-call'
import type { Errand } from './errand'

/** An action that is over, and will not be tried again. */
export interface Recorded {
  readonly handler: string
  readonly position: number
  /** Null: the condition kept the handler from all of its actions. */
  readonly action: string | null
}

export async function findRecorded({ db }: App, message: EventMessage): Promise<Recorded[]> {
  if (message.attempts <= 1) return []
  const { rows } = await db.pool.query<Recorded>(
    `select handler, position, action from event_executions
    where message = $1 and namespace_id = $2 and status <> 'IN_PROGRESS'`,
    [message.id, message.namespaceId],
  )
  return rows
}

const COLUMNS = 'message, handler, position, namespace_id, action, status, output, created_time'

const OPEN = `
  insert into event_executions (${COLUMNS}) values ($1, $2, $3, $4, $5, 'IN_PROGRESS', '{}', ${DB_NOW})
  on conflict (message, handler, position) do nothing`

const CLOSE = `
  insert into event_executions (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, ${DB_NOW})
  on conflict (message, handler, position) do update set status = excluded.status, output = excluded.output
    where event_executions.status = 'IN_PROGRESS'`

/** Once only: whoever removes the mail delivers it, and it is written with the first try alone. */
const OPEN_WITH_MAIL = `
  with fresh as (${OPEN} returning namespace_id)
  insert into inbox (id, namespace_id, execution_id, event, created_time)
  select $6::uuid, namespace_id, $7::uuid, $8::json, ${DB_NOW} from fresh`

function placeValues({ message, handler, position, action }: ActionCall): unknown[] {
  return [message.id, handler.name, position, message.namespaceId, action.action ?? null]
}

export async function openExecution({ db }: App, call: ActionCall): Promise<void> {
  await db.pool.query(OPEN, placeValues(call))
}

export interface Closing {
  readonly status: 'COMPLETED' | 'FAILED' | 'SKIPPED'
  readonly output: JsonObject
}

export async function closeExecution({ db }: App, call: ActionCall, { status, output }: Closing): Promise<void> {
  await db.pool.query(CLOSE, [...placeValues(call), status, JSON.stringify(output)])
}

/** Tells an execution, once: a crash at any moment leaves it told or to be told. */
export async function runErrand(app: App, call: ActionCall, { told, output }: Errand): Promise<JsonObject> {
  if (told === null) return output
  const { workflowId, event } = told
  if (!isUuid(workflowId)) throw new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
  const inboxId = keyOf(call)
  await app.db.pool.query(OPEN_WITH_MAIL, [...placeValues(call), inboxId, workflowId, JSON.stringify(event)])
  await app.store.submit({ namespaceId: call.message.namespaceId, workflowId, event, inboxId })
  return output
}
