import type { EventAction, EventHandler } from './event-handler'
import type { Json, JsonObject } from './json'
import { withoutNulls } from './without-nulls'

/** Handlers as Conductor's clients read them: what was not given is left out. */
export interface StoredHandler extends EventHandler {
  readonly createTime: number
  readonly updateTime: number
  readonly createdBy: string
  readonly updatedBy: string
}

export function toWireEventHandler(handler: StoredHandler): JsonObject {
  return { ...withoutNulls(handler), actions: handler.actions.map(toWireAction) }
}

function toWireAction(action: EventAction): JsonObject {
  const parts = Object.entries(withoutNulls(action)).map(([key, value]): [string, Json] => [
    key,
    typeof value === 'object' && value !== null ? withoutNulls(value) : value,
  ])
  return Object.fromEntries(parts)
}
