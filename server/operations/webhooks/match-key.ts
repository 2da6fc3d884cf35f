import { createHash } from 'node:crypto'
import { readJsonPath } from '@/server/engine/expressions/json-path'
import type { Json, JsonObject } from '@/server/model/json'

/**
 * What a WAIT_FOR_WEBHOOK task waits for, in a form that an index finds: `shape` are the paths it looks at, `key` is
 * made of the values it expects there. An event is read once for each shape, however many tasks wait.
 */
export interface MatchKey {
  readonly shape: string
  readonly key: string
}

export function keyOfMatches(matches: JsonObject): MatchKey {
  const paths = Object.keys(matches).sort()
  return { shape: JSON.stringify(paths), key: keyOf(paths.map((path) => matches[path] ?? null)) }
}

/** Null: the event lacks something that the shape looks at. */
export function keyOfEvent(shape: string, event: JsonObject): string | null {
  const paths = JSON.parse(shape) as readonly string[]
  const budget = { visits: 10_000 }
  const members = (name: string) => (Object.hasOwn(event, name) ? event[name] : undefined)
  const values = paths.map((path) => readJsonPath(path, members, budget))
  return values.some((value) => value === null) ? null : keyOf(values)
}

/** A number in the definition and its text in the event are the same, as when both stand in an address. */
function keyOf(values: readonly Json[]): string {
  const texts = values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url')
}
