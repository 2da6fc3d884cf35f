import type { Json } from '@/server/model/json'

/** The length of a value's JSON text in UTF-8. */
export function jsonBytes(value: Json): number {
  let bytes = 0
  for (const character of JSON.stringify(value)) bytes += utf8Length(character.codePointAt(0) ?? 0)
  return bytes
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
