import { isJsonObject, type Json } from '@/server/model/json'

/** Equal in content. What is one value in memory costs nothing; a copy from the database is looked through. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item: Json, i) => isSameJson(item, other[i]))
  if (!isJsonObject(one) || !isJsonObject(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => isSameJson(one[key], other[key]))
}
