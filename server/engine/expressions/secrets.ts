import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { javaText } from './java-text'
import { readJsonPath } from './json-path'

/**
 * `${workflow.secrets.NAME}` and `${workflow.secrets.NAME.path}`: literal in everything that is stored, replaced by
 * the value when the work is handed to whoever does it.
 */
const MARKER = '${workflow.secrets.'

export function mentionsSecrets(text: string): boolean {
  return text.includes(MARKER)
}

/** Whether a name is put together when the input is built: `${workflow.secrets.${workflow.input.which}}`. */
export function mentionsAnySecret(value: Json): boolean {
  if (typeof value === 'string') return value.includes(`${MARKER}\${`)
  if (Array.isArray(value)) return value.some(mentionsAnySecret)
  return isJsonObject(value) && Object.values(value).some(mentionsAnySecret)
}

/** The secrets that a value names, each once; null: none, as nearly always. */
export function secretNamesIn(value: Json): readonly string[] | null {
  const names = new Set<string>()
  const pending: Json[] = [value]
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (typeof item === 'string') {
      if (mentionsSecrets(item))
        for (const piece of piecesOf(item)) if (typeof piece !== 'string') names.add(piece.name)
    } else if (Array.isArray(item)) pending.push(...item)
    else if (isJsonObject(item)) pending.push(...Object.values(item))
  }
  return names.size === 0 ? null : [...names].sort()
}

/**
 * A text that is one marker becomes the value, null where there is none; in a longer text a missing value is nothing.
 * Markers of names that are not in `names` stay as they are: data that came from outside cannot name a secret.
 */
export function putSecrets(
  input: JsonObject,
  names: ReadonlySet<string>,
  find: (name: string) => string | undefined,
): JsonObject {
  return putInto(input, (marker) => (names.has(marker.name) ? (read(marker, find) ?? null) : undefined)) as JsonObject
}

type Put = (marker: SecretMarker) => Json | undefined

function putInto(value: Json, put: Put): Json {
  if (typeof value === 'string') return mentionsSecrets(value) ? putIntoText(value, put) : value
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => putInto(item, put))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putInto(item, put)]))
}

function putIntoText(text: string, put: Put): Json {
  const pieces = piecesOf(text)
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string') {
    const value = put(only)
    return value === undefined ? text : value
  }
  return pieces.map((piece) => (typeof piece === 'string' ? piece : asText(piece, put(piece)))).join('')
}

function asText(marker: SecretMarker, value: Json | undefined): string {
  if (value === undefined) return marker.source
  return value === null ? '' : javaText(value)
}

interface SecretMarker {
  readonly name: string
  /** What follows the name: empty, or a path into a value that is JSON text. */
  readonly path: string
  readonly source: string
}

function piecesOf(text: string): (string | SecretMarker)[] {
  const pieces: (string | SecretMarker)[] = []
  let from = 0
  for (let at = text.indexOf(MARKER); at >= 0; at = text.indexOf(MARKER, from)) {
    const end = text.indexOf('}', at)
    if (end < 0) break
    const [, name, path = ''] = text.slice(at + MARKER.length, end).match(/^([\w-]+)([.[].*)?$/s) ?? []
    if (at > from) pieces.push(text.slice(from, at))
    const source = text.slice(at, end + 1)
    pieces.push(name === undefined ? source : { name, path, source })
    from = end + 1
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

function read({ name, path }: SecretMarker, find: (name: string) => string | undefined): Json | undefined {
  const text = find(name)
  if (text === undefined || path === '') return text
  const document = parsed(text)
  return readJsonPath(`value${path}`, (root) => (root === 'value' ? document : undefined))
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
