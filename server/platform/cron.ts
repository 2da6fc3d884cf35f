import { Cron } from 'croner'
import { nextHourly, zoneClock } from './zone-clock'

/**
 * Spring's cron expressions: six fields with the seconds first, names, `?`, `L`, `L-3`, `LW`, `15W`, `FRI#2`, `5L`, steps
 * from a start (`5/20`), and the macros. Where both days are given, both must match. What comes in every hour comes in
 * each that a zone's clock shows. Other than in Spring, which leaves the one out and takes the other twice, a time of day
 * that the clock skips is taken an hour later, and one that it shows twice counts once.
 */
export interface CronClock {
  readonly cronExpression: string
  /** An IANA zone. */
  readonly zoneId: string
}

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
}
const EVERY_HOUR: ReadonlySet<string> = new Set(['*', '*/1', '0-23'])
const MAX_CHARS = 256

/** Null: nothing is wrong with it. */
export function cronProblem(clock: CronClock): string | null {
  const zone = zoneProblem(clock.zoneId)
  if (zone !== null) return zone
  try {
    const found = nextTime(clock, Date.now())
    return found === null ? `The cron expression "${clock.cronExpression}" never comes due.` : null
  } catch (error) {
    return `Invalid cron expression "${clock.cronExpression.slice(0, MAX_CHARS)}": ${plainReason(error)}`
  }
}

/** The first time after `after` (epoch ms); null: never. */
export function nextTime(clock: CronClock, after: number): number | null {
  const { zoneId } = clock
  const pattern = patternOf(clock)
  const fromEnd = /^(\S+ \S+ \S+) L-(\d{1,2}) (.+)$/i.exec(pattern)
  if (fromEnd === null) return nextOf(pattern, zoneId, after)
  const [, times = '', days = '', rest = ''] = fromEnd
  const found = MONTH_LENGTHS.flatMap((length) => {
    const day = length - Number(days)
    return day < 1 ? [] : (nextInMonthsOf({ pattern: `${times} ${day} ${rest}`, zoneId, length }, after) ?? [])
  })
  return found.length === 0 ? null : Math.min(...found)
}

const MONTH_LENGTHS = [28, 29, 30, 31] as const
/** From a 29th of February to the next one there are less. */
const MOST_MONTHS = 100
const DAY_MS = 86_400_000

interface InMonths {
  readonly pattern: string
  readonly zoneId: string
  /** Of the months that count, in days. */
  readonly length: number
}

function nextInMonthsOf({ pattern, zoneId, length }: InMonths, after: number): number | null {
  const clock = zoneClock(zoneId)
  let from = after
  for (let month = 0; month < MOST_MONTHS; month++) {
    const next = nextOf(pattern, zoneId, from)
    if (next === null) return null
    const shown = new Date(clock(next))
    if (new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + 1, 0)).getUTCDate() === length) return next
    from = next + DAY_MS
  }
  return null
}

function nextOf(pattern: string, zoneId: string, after: number): number | null {
  if (EVERY_HOUR.has(pattern.split(' ')[2] ?? '')) return nextHourly(parse(pattern, 'UTC'), zoneClock(zoneId), after)
  return parse(pattern, zoneId).nextRun(new Date(after))?.getTime() ?? null
}

export function nextTimes(clock: CronClock, after: number, count: number): number[] {
  const times: number[] = []
  while (times.length < count) {
    const next = nextTime(clock, times.at(-1) ?? after)
    if (next === null) break
    times.push(next)
  }
  return times
}

function zoneProblem(zoneId: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zoneId })
    return null
  } catch {
    return `Unknown time zone "${zoneId.slice(0, MAX_CHARS)}"; expected a name such as Europe/Berlin or UTC.`
  }
}

function patternOf({ cronExpression }: CronClock): string {
  const text = cronExpression.trim()
  const pattern = MACROS[text.toLowerCase()] ?? text
  const fields = pattern.split(/\s+/)
  if (pattern.length > MAX_CHARS) throw new Error(`it is longer than ${MAX_CHARS} characters`)
  if (fields.length !== 6)
    throw new Error(`expected six fields (second minute hour day month weekday), found ${fields.length}`)
  for (const [at, field] of fields.entries()) requireRange(field, at)
  return fields.join(' ')
}

const RANGES = [
  ['second', 0, 59],
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day', 1, 31],
  ['month', 1, 12],
  ['weekday', 0, 7],
] as const

/** Numbers that name a time; croner counts days and months from 0 where it complains of them. */
function requireRange(field: string, at: number): void {
  const [name, least, most] = RANGES[at] ?? RANGES[0]
  for (const [number] of field.matchAll(/(?<![/#\w])\d+/g)) {
    const value = Number(number)
    if (value < least || value > most) throw new Error(`a ${name} is ${least} to ${most}, found ${number}`)
  }
}

function parse(pattern: string, timezone: string): Cron {
  return new Cron(pattern, { paused: true, timezone, mode: '6-part', domAndDow: true, sloppyRanges: true })
}

function plainReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/^\w+: /, '')
}
