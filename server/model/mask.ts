import { isJsonObject, type Json, type JsonObject } from './json'
import type { WorkflowDef } from './workflow-def'

const HIDDEN = '***'
/** Under these keys nothing is ever shown, whatever the definition says. */
const ALWAYS: readonly string[] = ['_masked', '_secrets']

export type Mask = (payload: JsonObject) => JsonObject

/**
 * What people and clients may see of a payload: the definition's `maskedFields`, at any depth, and what stands under
 * `_masked` and `_secrets` read as ***. Workers get the values. A payload without any of them is given back as it is.
 */
export function maskOf({ maskedFields }: Pick<WorkflowDef, 'maskedFields'>): Mask {
  const hidden = new Set([...ALWAYS, ...maskedFields])
  return (payload) => hide(payload, hidden) as JsonObject
}

function hide(value: Json, hidden: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return hideList(value as readonly Json[], hidden)
  if (!isJsonObject(value)) return value
  let changed: Record<string, Json> | null = null
  for (const [key, item] of Object.entries(value)) {
    const shown = hidden.has(key) ? HIDDEN : hide(item, hidden)
    if (shown === item) continue
    changed ??= { ...value }
    changed[key] = shown
  }
  return changed ?? value
}

function hideList(list: readonly Json[], hidden: ReadonlySet<string>): readonly Json[] {
  const shown = list.map((item) => hide(item, hidden))
  return shown.every((item, at) => item === list[at]) ? list : shown
}
