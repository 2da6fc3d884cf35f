import type { Certainty } from '@/components/graph/scope/analyze-scope'

/** What cannot be relied on is told by a dotted line as well as by colour. */
export const CERTAINTY_LINE: Readonly<Record<Certainty, string>> = {
  certain: '',
  maybe: 'underline decoration-dotted decoration-text-3 underline-offset-4',
  parallel: 'underline decoration-dotted decoration-status-completed-with-errors underline-offset-4',
  never: 'underline decoration-wavy decoration-status-failed underline-offset-4',
}

export const CERTAINTY_DOT: Readonly<Record<Certainty, string>> = {
  certain: 'bg-status-completed',
  maybe: 'border border-text-3',
  parallel: 'bg-status-completed-with-errors',
  never: 'bg-status-failed',
}
