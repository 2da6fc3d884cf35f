import type { HonoRequest } from 'hono'
import { AppError } from '@/server/model/errors'

/**
 * Query parameters as lenient as the SDKs are careless: `True`, an empty text and the literals None, null and
 * undefined all occur; lists come as repeated keys or separated by commas.
 */
export interface QueryReader {
  text(name: string): string | null
  flag(name: string, fallback: boolean): boolean
  int(name: string, fallback: number): number
  /** A time, or anything else that is counted in milliseconds. */
  long(name: string, fallback: number): number
  intOrNull(name: string): number | null
  longOrNull(name: string): number | null
  list(name: string): readonly string[]
  /** Every parameter as a text; of a repeated one the first. */
  all(): Readonly<Record<string, string>>
}

const MOST_INT = 2 ** 31 - 1
const ABSENT = new Set(['', 'None', 'null', 'undefined'])

export function readQuery(request: HonoRequest): QueryReader {
  const text = (name: string) => {
    const value = request.query(name)
    return value === undefined || ABSENT.has(value) ? null : value
  }
  const longOrNull = (name: string) => {
    const value = text(name)
    if (value === null) return null
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw unreadable(name, 'a whole number', value)
    return number
  }
  const intOrNull = (name: string) => {
    const number = longOrNull(name)
    if (number === null || Math.abs(number) <= MOST_INT) return number
    throw unreadable(name, `a whole number up to ${MOST_INT}`, String(number))
  }
  return {
    text,
    intOrNull,
    longOrNull,
    all: () => request.query(),
    int: (name, fallback) => intOrNull(name) ?? fallback,
    long: (name, fallback) => longOrNull(name) ?? fallback,
    flag: (name, fallback) => {
      const value = text(name)?.toLowerCase()
      if (value === undefined) return fallback
      if (value !== 'true' && value !== 'false') throw unreadable(name, 'true or false', value)
      return value === 'true'
    },
    list: (name) =>
      (request.queries(name) ?? []).flatMap((value) => value.split(',')).filter((value) => !ABSENT.has(value)),
  }
}

function unreadable(name: string, expected: string, found: string): AppError {
  return new AppError('BAD_REQUEST', `Query parameter ${name}: expected ${expected}, found "${found}".`)
}
