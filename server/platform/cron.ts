import { Cron } from 'croner'
import { nextHourly, zoneClock } from './zone-clock'

/**
 * Spring's cron expressions: six fields with the seconds first, names, `?`, `L`, `LW`, `15W`, `FRI#2`, `5L`, steps from a
 * start (`5/20`), and the macros. Where both days are given, both must match. A time of day that a zone's clock skips is
 * taken an hour later, and one that it shows twice counts once; what comes in every hour comes in each of them.
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
  return fields.join(' ')
}

function parse(pattern: string, timezone: string): Cron {
  return new Cron(pattern, { paused: true, timezone, mode: '6-part', domAndDow: true, sloppyRanges: true })
}

function plainReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/^\w+: /, '')
}
