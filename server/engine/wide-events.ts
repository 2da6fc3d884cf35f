import type { EngineEvent } from './event'

const WIDE: ReadonlySet<EngineEvent['type']> = new Set([
  'start',
  'wake',
  'resume',
  'retry',
  'restart',
  'rerun',
  'jump',
  'upgrade',
  'child-reopened',
])

/**
 * Events that look at the whole execution: its next wake-up is worked out anew. What claims have written since is read
 * for them first, or a deadline that a claim began would be forgotten.
 */
export function isWide({ type }: EngineEvent): boolean {
  return WIDE.has(type)
}
