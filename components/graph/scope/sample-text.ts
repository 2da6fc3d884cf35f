import { isJsonObject, type Json } from '@/server/model/json'

const LENGTH = 60

/** A value on one line, small: `{ data: [ 52 items ], source: … }`. Null: there is none. */
export function sampleText(value: Json | undefined): string | null {
  if (value === undefined) return null
  const text = short(value, 0)
  return text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text
}

function short(value: Json, depth: number): string {
  if (Array.isArray(value)) {
    const list = value as readonly Json[]
    if (list.length === 0) return '[ ]'
    return depth > 0 || list.length > 3
      ? `[ ${list.length === 1 ? '1 item' : `${list.length} items`} ]`
      : `[ ${list.map((item) => short(item, depth + 1)).join(', ')} ]`
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value)
    if (entries.length === 0) return '{ }'
    if (depth > 1) return '{ … }'
    return `{ ${entries.map(([key, item]) => `${key}: ${short(item, depth + 1)}`).join(', ')} }`
  }
  return JSON.stringify(value)
}
