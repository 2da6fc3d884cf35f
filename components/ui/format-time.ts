const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `now`, `4 min ago`, `3 h ago`, `yesterday`, then the date. */
export function formatAgo(time: number, now: number): string {
  const age = now - time
  if (age < 45_000) return 'now'
  if (age < HOUR) return `${Math.max(1, Math.round(age / MINUTE))} min ago`
  if (age < DAY) return `${Math.round(age / HOUR)} h ago`
  if (age < 2 * DAY) return 'yesterday'
  return formatDay(time)
}

export function formatDay(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
}

export function formatClock(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB')
}

export function formatInstant(time: number): string {
  return new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
}
