import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'

export interface HookEvent {
  readonly id: string
  readonly payload: JsonObject
}

/** What somebody can put right is told in the history; anything else makes the sender send the event again. */
export function problemOf(error: unknown): string {
  if (error instanceof AppError && error.code !== 'INTERNAL' && error.code !== 'UNAVAILABLE') return error.message
  throw error
}
