import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { type ExpressionScope, resolveInputs } from './resolve-inputs'

/**
 * The input of a task row: its inputParameters, completed by the keys of the task definition's inputTemplate; a
 * null in the definition is as good as no key.
 * A template value that resolves to null keeps its raw text, as in Conductor.
 */
export function resolveTaskInput(parameters: JsonObject, template: JsonObject, scope: ExpressionScope): JsonObject {
  const resolved = resolveInputs(parameters, scope)
  const given = isJsonObject(resolved) ? resolved : {}
  const missing = Object.entries(template).filter(
    ([key]) => !Object.hasOwn(parameters, key) || parameters[key] === null,
  )
  if (missing.length === 0) return given
  const added = missing.map(([key, raw]): [string, Json] => [key, resolveInputs(raw, scope) ?? raw])
  return Object.fromEntries([...Object.entries(given), ...added])
}
