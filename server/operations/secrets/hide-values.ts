import { isJsonObject, type Json } from '@/server/model/json'

const SHORTEST = 4

/**
 * Our own words about work that was given secrets (a reason, an error) must not repeat them. Very short values are left
 * alone: taking them out would tell them.
 */
export function hideValues<Value extends Json>(value: Value, values: readonly string[]): Value {
  const secrets = values.filter((each) => each.length >= SHORTEST).sort((a, b) => b.length - a.length)
  return secrets.length === 0 ? value : (hide(value, secrets.flatMap(spellings)) as Value)
}

/** As it is, as it stands inside JSON, and as it stands in an address. */
function spellings(secret: string): string[] {
  const own = [secret, JSON.stringify(secret).slice(1, -1)]
  return [...new Set([...own, encodeURIComponent(secret.toWellFormed())])]
}

function hide(value: Json, secrets: readonly string[]): Json {
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), value)
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => hide(item, secrets))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item, secrets)]))
}
