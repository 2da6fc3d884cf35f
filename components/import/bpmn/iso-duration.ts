const PARTS = ['days', 'hours', 'minutes', 'seconds'] as const

/** `PT1H30M` as WAIT wants it: `1 hours 30 minutes`. Null: months and years have no fixed length, or it is none. */
export function isoDuration(text: string): string | null {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text.trim())
  if (found === null) return null
  const [weeks = 0, days = 0, ...rest] = found.slice(1).map((part) => Number(part ?? 0))
  const parts = [days + weeks * 7, ...rest].flatMap((amount, i) => (amount > 0 ? [`${amount} ${PARTS[i]}`] : []))
  return parts.length > 0 ? parts.join(' ') : null
}
