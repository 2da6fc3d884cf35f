const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `184 ms`, `6.4 s`, `41 s`, `3 m 12 s`, `2 h 4 m`, `3 d 4 h`: two units at most, never a jumping width within one. */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.round(ms))
  if (whole < SECOND) return `${whole} ms`
  if (whole < 60_000 - 50) return `${(whole / SECOND).toFixed(1)} s`
  if (whole < HOUR) return pair(whole, [MINUTE, 'm'], [SECOND, 's'])
  if (whole < DAY) return pair(whole, [HOUR, 'h'], [MINUTE, 'm'])
  return pair(whole, [DAY, 'd'], [HOUR, 'h'])
}

/** For a clock that ticks: no milliseconds, so that it does not flicker. */
export function formatTicking(ms: number): string {
  return ms < SECOND ? `${(Math.max(0, ms) / SECOND).toFixed(1)} s` : formatDuration(ms)
}

function pair(ms: number, [large, largeName]: [number, string], [small, smallName]: [number, string]): string {
  const total = Math.round(ms / small)
  const perLarge = large / small
  const rest = total % perLarge
  const head = `${Math.floor(total / perLarge)} ${largeName}`
  return rest === 0 ? head : `${head} ${rest} ${smallName}`
}
