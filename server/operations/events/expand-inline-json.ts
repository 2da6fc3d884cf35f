import { exceedsDepth, parseForeignJson } from '@/server/executors/foreign-json'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'

const MAX_DEPTH = 100

/** Texts in maps that are JSON become what they say, also inside each other; texts in lists stay texts, as in Conductor. */
export function expandInlineJson(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, expand(value)]))
}

function expand(value: Json): Json {
  if (typeof value === 'string') return expandText(value)
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item) => (typeof item === 'string' ? item : expand(item)))
  return isJsonObject(value) ? expandInlineJson(value) : value
}

function expandText(text: string): Json {
  if (!/^\s*[[{]/.test(text) || exceedsDepth(text, MAX_DEPTH)) return text
  try {
    return expand(parseForeignJson(text))
  } catch {
    return text
  }
}
