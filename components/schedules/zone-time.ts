/** A moment as the clock of a zone shows it; in the reader's own zone when that one is unknown here. */
export function zoneTime(time: number, zoneId: string): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Date(time).toLocaleString('en-GB', { ...style, ...clock, timeZone: zoneId, timeZoneName: 'short' })
  } catch {
    return new Date(time).toLocaleString('en-GB', { ...style, ...clock })
  }
}

/** `in 5 s`, `in 5 min`, `in 3 h`, `in 2 days`. */
export function untilText(time: number, now: number): string {
  const seconds = Math.round((time - now) / 1000)
  if (seconds < 1) return 'now'
  if (seconds < 60) return `in ${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `in ${minutes} min`
  if (minutes < 48 * 60) return `in ${Math.round(minutes / 60)} h`
  return `in ${Math.round(minutes / 1440)} days`
}
