import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { type ExpressionScope, resolveInputs } from './resolve-inputs'

/**
 * The input of a task row: its inputParameters, completed by the keys of the task definition's inputTemplate; a
 * null in the definition is as good as no key.
 * Of a key that resolves to null, wherever it was given, the template's raw value remains, as in Conductor.
 */
export function resolveTaskInput(parameters: JsonObject, template: JsonObject, scope: ExpressionScope): JsonObject {
  const resolved = resolveInputs(parameters, scope)
  const given = isJsonObject(resolved) ? resolved : {}
  const missing = Object.entries(template).filter(
    ([key]) => !Object.hasOwn(parameters, key) || parameters[key] === null,
  )
  const added = missing.map(([key, raw]): [string, Json] => [key, resolveInputs(raw, scope) ?? raw])
  const raw = Object.entries(template).filter(([key]) => given[key] === null)
  if (added.length === 0 && raw.length === 0) return given
  return Object.fromEntries([...Object.entries(given), ...raw, ...added])
}
