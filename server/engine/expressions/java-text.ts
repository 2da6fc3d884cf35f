import type { Json } from '@/server/model/json'
import { isJsonObject } from '@/server/model/json'

/**
 * How a value reads when it stands inside a longer text: Java's `toString`, as Conductor's clients expect it.
 * Once parsed, JSON does not tell 2.0 from 2; both print as `2`.
 */
export function javaText(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return javaNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (isJsonObject(value)) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}=${javaText(item)}`)
      .join(', ')}}`
  }
  return `[${value.map(javaText).join(', ')}]`
}

const LONG_LIMIT = 2 ** 63

/** `Long.toString` for whole numbers, `Double.toString` (E notation outside 0.001 … 10,000,000) for others. */
function javaNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < LONG_LIMIT) return BigInt(value).toString()
  return javaDouble(value)
}

/** `Double.toString`, also of whole numbers. */
export function javaDouble(value: number): string {
  const size = Math.abs(value)
  if (size < 10_000_000 && Number.isInteger(value)) return `${Object.is(value, -0) ? '-0' : value}.0`
  if (size >= 0.001 && size < 10_000_000) return String(value)
  const [digits = '', exponent = '0'] = value.toExponential().split('e')
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`
}
