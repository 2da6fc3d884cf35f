import { Cron } from 'croner'

/**
 * Spring's cron expressions: six fields with the seconds first, names, `?`, `L`, `LW`, `15W`, `FRI#2`, `5L`, steps from a
 * start (`5/20`), and the macros. Where both days are given, both must match. A time that a zone's clock skips is taken
 * an hour later; one that it shows twice counts once.
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
const MAX_CHARS = 256

/** Null: nothing is wrong with it. */
export function cronProblem(clock: CronClock): string | null {
  const zone = zoneProblem(clock.zoneId)
  if (zone !== null) return zone
  try {
    const found = parse(clock).nextRun(new Date())
    return found === null ? `The cron expression "${clock.cronExpression}" never comes due.` : null
  } catch (error) {
    return `Invalid cron expression "${clock.cronExpression.slice(0, MAX_CHARS)}": ${plainReason(error)}`
  }
}

/** The first time after `after` (epoch ms); null: never. */
export function nextTime(clock: CronClock, after: number): number | null {
  return parse(clock).nextRun(new Date(after))?.getTime() ?? null
}

export function nextTimes(clock: CronClock, after: number, count: number): number[] {
  return parse(clock)
    .nextRuns(count, new Date(after))
    .map((date) => date.getTime())
}

function zoneProblem(zoneId: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zoneId })
    return null
  } catch {
    return `Unknown time zone "${zoneId.slice(0, MAX_CHARS)}"; expected a name such as Europe/Berlin or UTC.`
  }
}

function parse({ cronExpression, zoneId }: CronClock): Cron {
  const text = cronExpression.trim()
  const pattern = MACROS[text.toLowerCase()] ?? text
  const fields = pattern.split(/\s+/).length
  if (pattern.length > MAX_CHARS) throw new Error(`it is longer than ${MAX_CHARS} characters`)
  if (fields !== 6) throw new Error(`expected six fields (second minute hour day month weekday), found ${fields}`)
  return new Cron(pattern, { paused: true, timezone: zoneId, mode: '6-part', domAndDow: true, sloppyRanges: true })
}

function plainReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/^\w+: /, '')
}
