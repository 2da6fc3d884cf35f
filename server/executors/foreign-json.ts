import { isJsonObject, type Json } from '@/server/model/json'

/**
 * JSON text from outside (a script, a web server) as a value that can be stored: characters that PostgreSQL refuses
 * become U+FFFD. The depth is for the caller to check first. Throws what `JSON.parse` throws.
 */
export function parseForeignJson(text: string): Json {
  const value = JSON.parse(text) as Json
  return UNSTORABLE.test(text) || !text.isWellFormed() ? storable(value) : value
}

export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

/** An escape that may make a NUL or half a surrogate pair. */
const UNSTORABLE = /\\u(0000|d[89a-f])/i

function storable(value: Json): Json {
  if (typeof value === 'string') return storableText(value)
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), storable(item)]))
  }
  return Array.isArray(value) ? (value as readonly Json[]).map(storable) : value
}

/** How deeply lists and objects nest in a JSON text; stops counting at `limit`. Linear, before anything is parsed. */
export function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inText) {
      if (char === BACKSLASH) at += 1
      else if (char === QUOTE) inText = false
    } else if (char === QUOTE) inText = true
    else if (char === OPEN_LIST || char === OPEN_OBJECT) {
      depth += 1
      if (depth > limit) return true
    } else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
