/** The texts that WAIT understands, without a calendar object: the engine may not read the clock by accident. */
const DURATION =
  /^\s*(?:(\d+)\s*(?:days|day|d))?\s*(?:(\d+)\s*(?:hours|hour|hrs|hr|h))?\s*(?:(\d+)\s*(?:minutes|minute|mins|min|m))?\s*(?:(\d+)\s*(?:seconds|second|secs|sec|s))?\s*$/i

/** `1 days 2 hours 30 minutes`, `90s`: milliseconds, or null. */
export function parseDuration(text: string): number | null {
  const parts = DURATION.exec(text)
  if (parts === null || text.trim() === '') return null
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000
}

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:\s+(\d{2}):(\d{2})(?:\s+(\S+))?)?$/

/** `yyyy-MM-dd HH:mm z`, `yyyy-MM-dd HH:mm` or `yyyy-MM-dd`, in UTC where no zone is given: epoch milliseconds, or null. */
export function parseMoment(text: string): number | null {
  const parts = MOMENT.exec(text.trim())
  if (parts === null) return null
  const [year, month, day, hour, minute] = parts.slice(1, 6).map((part) => Number(part ?? 0))
  if (year === undefined || month === undefined || day === undefined) return null
  if (month < 1 || month > 12 || day < 1 || day > 31 || (hour ?? 0) > 23 || (minute ?? 0) > 59) return null
  const wall = (daysSinceEpoch(year, month, day) * 1440 + (hour ?? 0) * 60 + (minute ?? 0)) * 60_000
  const zone = parts[6]
  return zone === undefined ? wall : inZone(wall, zone)
}

/** Days of the proleptic Gregorian calendar, counted from March so that leap days come last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Abbreviations say which time of the year is meant: PDT is seven hours behind UTC in winter as well. Hours. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  HST: -10,
  AKST: -9,
  AKDT: -8,
  PST: -8,
  PDT: -7,
  MST: -7,
  MDT: -6,
  CST: -6,
  CDT: -5,
  EST: -5,
  EDT: -4,
  AST: -4,
  ADT: -3,
  BRT: -3,
  ART: -3,
  Z: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  WAT: 1,
  CET: 1,
  CEST: 2,
  CAT: 2,
  SAST: 2,
  EET: 2,
  EEST: 3,
  EAT: 3,
  MSK: 3,
  PKT: 5,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  ACDT: 10.5,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
}

function inZone(wall: number, zone: string): number | null {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return wall - (offset[1] === '-' ? -1 : 1) * minutes * 60_000
  }
  const hours = Object.hasOwn(ABBREVIATIONS, zone) ? ABBREVIATIONS[zone] : undefined
  if (hours !== undefined) return wall - hours * 3_600_000
  const first = zoneOffset(wall, zone)
  if (first === null) return null
  // The offset in force at that wall time, which may differ from that at the same UTC time.
  return wall - (zoneOffset(wall - first, zone) ?? first)
}

function zoneOffset(at: number, timeZone: string): number | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
    const parts = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
    if (parts === null) return null
    const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
    return (parts[1] === '-' ? -1 : 1) * minutes * 60_000
  } catch {
    return null
  }
}
