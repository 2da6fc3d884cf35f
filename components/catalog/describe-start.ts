import { formatInstant } from '@/components/ui/format-time'
import type { RunChips, Since } from './use-run-filter'

export const SINCE_WORDS: Readonly<Record<Since, string>> = {
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
}

/** When the runs of a list started; null when that is no matter. */
export function describeStart({ since, from, to }: Pick<RunChips, 'since' | 'from' | 'to'>): string | null {
  if (since) return SINCE_WORDS[since]
  if (from !== null && to !== null) return `${formatInstant(from)} – ${formatInstant(to)}`
  if (from !== null) return `after ${formatInstant(from)}`
  return to === null ? null : `before ${formatInstant(to)}`
}
