import { AppError } from '@/server/model/errors'
import type { EventHandler } from '@/server/model/event-handler'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import { type EventMessage, type Settlement, settleMessage } from '@/server/queue/claim-messages'
import type { ActionCall } from './action-call'
import { admits } from './admits'
import { answerByExternalId } from './answer-by-external-id'
import { closeExecution, findRecorded, type Recorded } from './event-executions'
import { expandInlineJson } from './expand-inline-json'
import { runAction } from './run-action'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * One message, for all active handlers of its event. It may come twice, after a crash: what is on record is not done
 * again. Actions that could not be tried (a rate, a database that was away) bring the message back after a pause.
 */
export async function handleMessage(app: App, message: EventMessage): Promise<void> {
  const settlement = await handle(app, message).catch((err): Settlement => {
    app.logger.warn({ err, messageId: message.messageId, event: message.event }, 'A message is handled again later')
    return again(message)
  })
  await settleMessage(app.store.queue.link, message.id, settlement)
}

async function handle(app: App, message: EventMessage): Promise<Settlement> {
  const [handlers, recorded] = await Promise.all([findHandlers(app, message), findRecorded(app, message)])
  const answered = await answerByExternalId(app, message)
  if (handlers.length === 0 && answered !== null) return answered
  if (handlers.length === 0)
    return { status: 'REJECTED', note: 'No active handler listens to this event.', againInMs: null }
  const handlings = handlers.map((handler): Handling => {
    return { message, handler, recorded: recorded.filter((each) => each.handler === handler.name) }
  })
  const over = await Promise.all(handlings.map((handling) => runHandler(app, handling)))
  return over.every(Boolean) ? { status: 'HANDLED', note: null, againInMs: null } : again(message)
}

function again({ attempts }: EventMessage): Settlement {
  const againInMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)
  return { status: 'RECEIVED', note: `Some actions are tried again, after ${attempts} attempts.`, againInMs }
}

async function findHandlers({ db }: App, { namespaceId, event }: EventMessage): Promise<EventHandler[]> {
  const rows = await tenantOf(db, namespaceId).rows<{ body: EventHandler }>(
    'select body from event_handlers where namespace_id = $1 and event = $2 and active order by name',
    [event],
  )
  return rows.map(({ body }) => body)
}

interface Handling {
  readonly message: EventMessage
  readonly handler: EventHandler
  /** Of this handler, from an earlier attempt. */
  readonly recorded: readonly Recorded[]
}

/** A condition that is false, or cannot be evaluated, is on record in place of the first action; it is asked once. */
async function runHandler(app: App, handling: Handling): Promise<boolean> {
  const { message, handler, recorded } = handling
  if (recorded.some(({ action }) => action === null)) return true
  if (recorded.length > 0) return runActions(app, handling)
  const verdict: ActionCall = { message, handler, position: 0, action: { expandInlineJSON: true }, payload: {} }
  try {
    const payload = expandInlineJson(message.payload)
    if (await admits(app, handler, { namespaceId: message.namespaceId, payload })) return runActions(app, handling)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await closeExecution(app, verdict, { status: 'FAILED', output: { exception: error.message } })
    return true
  }
  const output = { msg: JSON.stringify(message.payload), condition: handler.condition ?? null }
  await closeExecution(app, verdict, { status: 'SKIPPED', output })
  return true
}

async function runActions(app: App, { message, handler, recorded }: Handling): Promise<boolean> {
  const calls = handler.actions.map((action, position): ActionCall => {
    const payload = action.expandInlineJSON ? expandInlineJson(message.payload) : message.payload
    return { message, handler, position, action, payload }
  })
  const open = calls.filter(({ position }) => !recorded.some((each) => each.position === position))
  // One after the other: what a handler lists first is done first.
  const over: boolean[] = []
  for (const call of open) over.push(await runAction(app, call))
  return over.every(Boolean)
}
