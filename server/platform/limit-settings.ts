import {
  type Limits,
  LOCAL_LIMITS,
  LOCAL_QUOTAS,
  PUBLIC_LIMITS,
  PUBLIC_QUOTAS,
  type Quotas,
} from '@/server/model/limits'
import { StartupError } from './startup-error'

/** Every limit has a variable: `bodyBytes` is PLAYGROUND_LIMIT_BODY_BYTES, the quota `accessKeys` PLAYGROUND_QUOTA_ACCESS_KEYS. */
type Variables = Readonly<Record<string, string | undefined>>
const LIMIT = 'PLAYGROUND_LIMIT_'
const QUOTA = 'PLAYGROUND_QUOTA_'

export function readLimits(variables: Variables, isPublic: boolean): { limits: Limits; quotas: Quotas } {
  const limits = isPublic ? PUBLIC_LIMITS : LOCAL_LIMITS
  const quotas = isPublic ? PUBLIC_QUOTAS : LOCAL_QUOTAS
  const settings = new Set([...names(LIMIT, limits), ...names(QUOTA, quotas)])
  for (const name of Object.keys(variables)) {
    const isLimit = name.startsWith(LIMIT) || name.startsWith(QUOTA)
    if (isLimit && !settings.has(name))
      throw new StartupError(`${name} is not a setting; known: ${[...settings].join(', ')}.`)
  }
  return {
    limits: overridden(limits, (key) => wholeNumber(variables, LIMIT + upperSnake(key))),
    quotas: overridden(quotas, (key) => wholeNumberOrUnlimited(variables, QUOTA + upperSnake(key))),
  }
}

function names(prefix: string, defaults: object): string[] {
  return Object.keys(defaults).map((key) => prefix + upperSnake(key))
}

function overridden<T extends object>(defaults: T, read: (key: string) => number | null | undefined): T {
  const given = Object.keys(defaults).flatMap((key) => {
    const value = read(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return { ...defaults, ...Object.fromEntries(given) }
}

function wholeNumber(variables: Variables, name: string): number | undefined {
  const text = variables[name]
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,15}$/.test(text)) throw new StartupError(`${name} must be a whole number; found "${text}".`)
  return Number(text)
}

function wholeNumberOrUnlimited(variables: Variables, name: string): number | null | undefined {
  return variables[name] === 'unlimited' ? null : wholeNumber(variables, name)
}

function upperSnake(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
