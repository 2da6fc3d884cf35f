import { resolvePayload } from '@/server/engine/expressions/resolve-payload'
import { AppError } from '@/server/model/errors'
import type { EventAction, EventHandler } from '@/server/model/event-handler'
import type { Json, JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { idFrom } from '@/server/platform/ids'
import type { EventMessage } from '@/server/queue/claim-messages'

/** One action of one handler, for one message. */
export interface ActionCall {
  readonly message: EventMessage
  readonly handler: EventHandler
  readonly position: number
  readonly action: EventAction
  /** With inline JSON expanded, where the action asks for it. */
  readonly payload: JsonObject
}

/** Always the same for the same action and message: what is done twice comes about once. */
export function keyOf({ message, handler, position }: ActionCall): string {
  return idFrom('event action', message.id, handler.name, position)
}

export function resolved(app: App, { payload }: ActionCall, template: JsonObject): JsonObject {
  return resolvePayload(template, payload, app.limits.taskInputBytes)
}

/** What a started workflow or an answered task learns about the message. */
export function originOf({ message, handler }: ActionCall): JsonObject {
  return { 'conductor.event.messageId': message.messageId, 'conductor.event.name': handler.event }
}

export function textOf(value: Json | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value)
}

export function missing(call: ActionCall, what: string): AppError {
  return new AppError('BAD_REQUEST', `The action ${call.action.action ?? call.position} says no ${what}.`)
}
