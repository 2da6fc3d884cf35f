import { isJsonObject, type Json } from '@/server/model/json'

export interface JsonSize {
  /** Characters of the value's JSON text, without commas and escapes. */
  readonly characters: number
  readonly depth: number
}

/**
 * How long a value's JSON text would be, without writing it: what is named a thousand times is in memory once, its
 * text would not be. Looks no further once there is more than `enough`.
 */
export function jsonSize(value: Json, enough: number): JsonSize {
  let characters = 0
  let depth = 0
  const pending: [item: Json, level: number][] = [[value, 0]]
  for (let next = pending.pop(); next !== undefined && characters <= enough; next = pending.pop()) {
    const [item, level] = next
    depth = Math.max(depth, level)
    if (typeof item === 'string') characters += item.length + 2
    else if (typeof item !== 'object' || item === null) characters += String(item).length
    else if (isJsonObject(item)) {
      characters += 2
      for (const [key, child] of Object.entries(item)) {
        characters += key.length + 3
        pending.push([child, level + 1])
      }
    } else {
      characters += 2
      for (const child of item) pending.push([child, level + 1])
    }
  }
  return { characters, depth }
}
