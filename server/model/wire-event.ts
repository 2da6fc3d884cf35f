import type { EventAction, EventHandler } from './event-handler'
import type { EventExecution, EventMessageRecord } from './event-record'
import type { Json, JsonObject } from './json'
import { withoutNulls } from './without-nulls'

/** Handlers as Conductor's clients read them: what was not given is left out. */
export interface StoredHandler extends EventHandler {
  readonly createTime: number
  readonly updateTime: number
  readonly createdBy: string
  readonly updatedBy: string
}

export function toWireEventHandler(handler: EventHandler): JsonObject {
  return { ...withoutNulls(handler), actions: handler.actions.map(toWireAction) }
}

function toWireAction(action: EventAction): JsonObject {
  const parts = Object.entries(withoutNulls(action)).map(([key, value]): [string, Json] => [
    key,
    typeof value === 'object' && value !== null ? withoutNulls(value) : value,
  ])
  return Object.fromEntries(parts)
}

export function toWireExecution(execution: EventExecution, handler: StoredHandler | undefined): JsonObject {
  const { payload } = execution
  const eventHandler = handler && toWireEventHandler(handler)
  return withoutNulls({ ...execution, fullMessagePayload: payload, eventHandler })
}

export function toWireMessage(message: EventMessageRecord): JsonObject {
  const { id, createdAt, event, status, note, payload, executions } = message
  return withoutNulls({
    id,
    createdAt,
    eventTarget: event,
    eventType: 'MESSAGE',
    status,
    statusDescription: note,
    payload: JSON.stringify(payload),
    fullPayload: payload,
    eventExecutions: executions.map((execution) => toWireExecution(execution, undefined)),
  })
}
