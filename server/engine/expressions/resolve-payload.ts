import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { resolveInputs } from './resolve-inputs'

/** `${…}` over the payload of a message: `${order.id}`, and `${$}` for all of it. */
export function resolvePayload(template: JsonObject, payload: JsonObject, maxBytes: number): JsonObject {
  const lookup = (name: string): Json | undefined => {
    if (name === '$') return payload
    return Object.hasOwn(payload, name) ? payload[name] : undefined
  }
  const resolved = resolveInputs(template, { lookup, env: {}, maxBytes })
  return isJsonObject(resolved) ? resolved : {}
}
