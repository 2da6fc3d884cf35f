import type { z } from 'zod'
import { isJsonObject } from '@/server/model/json'

/**
 * Conductor reads `5` as the text "5", "5" and 5.9 as the number 5, "true" and 1 as true. Changes what the issues
 * complain about in place, as Jackson would; false when nothing could be read that way.
 */
export function readAsJackson(body: { value: unknown }, issues: readonly z.core.$ZodIssue[]): boolean {
  let changed = false
  for (const issue of issues) {
    const holder = holderOf(body, issue.path)
    if (holder === null) continue
    const value = coerced(issue, holder.at[holder.key])
    if (value === undefined) continue
    holder.at[holder.key] = value
    changed = true
  }
  return changed
}

type Members = Record<PropertyKey, unknown>

function holderOf(body: { value: unknown }, path: readonly PropertyKey[]) {
  const steps: readonly PropertyKey[] = ['value', ...path]
  let at: unknown = body
  for (const step of steps.slice(0, -1)) at = isHolder(at) ? at[step] : undefined
  const key = steps.at(-1)
  return isHolder(at) && key !== undefined && Object.hasOwn(at, key) ? { at, key } : null
}

function isHolder(value: unknown): value is Members {
  return Array.isArray(value) || isJsonObject(value)
}

function coerced(issue: z.core.$ZodIssue, value: unknown): unknown {
  if (issue.code === 'invalid_union')
    return issue.errors.flat().reduce<unknown>((found, inner) => found ?? coerced(inner, value), undefined)
  if (issue.code !== 'invalid_type') return undefined
  switch (issue.expected) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
    case 'number':
      return typeof value === 'string' ? readNumber(value) : undefined
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(Math.trunc(value)) ? Math.trunc(value) : undefined
    case 'boolean':
      return readFlag(value)
    default:
      return undefined
  }
}

function readNumber(text: string): number | undefined {
  return /^\s*-?\d{1,15}\s*$/.test(text) ? Number(text) : undefined
}

function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value !== 0 : undefined
  if (typeof value !== 'string') return undefined
  return FLAGS[value.trim()]
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
}
