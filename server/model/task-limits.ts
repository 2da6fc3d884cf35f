import type { TaskDef } from './task-def'

/** How much of one kind of work may go on: counted per name of the task definition within its namespace. */
export interface TaskLimits {
  /** Attempts that may be IN_PROGRESS at a time. */
  readonly concurrent: number | null
  /** Attempts that may begin within any `windowMs`. */
  readonly rate: number | null
  readonly windowMs: number
}

/** Null: as much as there are workers. */
export function taskLimits(def: TaskDef | null): TaskLimits | null {
  const concurrent = positive(def?.concurrentExecLimit)
  const rate = positive(def?.rateLimitPerFrequency)
  if (concurrent === null && rate === null) return null
  return { concurrent, rate, windowMs: Math.max(1, def?.rateLimitFrequencyInSeconds ?? 1) * 1000 }
}

function positive(limit: number | null | undefined): number | null {
  return typeof limit === 'number' && limit > 0 ? limit : null
}
