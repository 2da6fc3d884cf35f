import type { Cron } from 'croner'

/** What a zone's clock shows at a moment, as if it were UTC. */
export type ZoneClock = (at: number) => number

export function zoneClock(timeZone: string): ZoneClock {
  const { format } = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return (at) => {
    const second = Math.floor(at / 1000) * 1000
    return Date.parse(`${format(second).replace(' ', 'T')}Z`) + (at - second)
  }
}

/** Clocks are changed by less than this. */
const LOOK_AHEAD_MS = 3 * 3_600_000

/**
 * The first moment after `after` at which the zone's clock shows a time of the expression (read as UTC): also of the
 * hour that comes twice, and none of the one that is skipped.
 */
export function nextHourly(shown: Cron, clock: ZoneClock, after: number): number | null {
  let from = after
  for (;;) {
    // A moment later: the change itself may be the beginning.
    const offset = clock(from + 1) - (from + 1)
    const next = shown.nextRun(new Date(from + offset))?.getTime()
    if (next === undefined) return null
    const at = next - offset
    const isOther = (moment: number): boolean => clock(moment) - moment !== offset
    const changed = [Math.min(at, from + LOOK_AHEAD_MS), at].find(isOther)
    if (changed === undefined) return at
    from = firstOf(isOther, from + 1, changed) - 1
  }
}

/** The first moment of those from `no` to `yes` for which it holds; it does not at `no`, and does at `yes`. */
function firstOf(holds: (moment: number) => boolean, no: number, yes: number): number {
  let [before, first] = [no, yes]
  while (first - before > 1) {
    const middle = Math.floor((before + first) / 2)
    if (holds(middle)) first = middle
    else before = middle
  }
  return first
}
