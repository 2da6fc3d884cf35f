import { AppError } from './errors'
import type { JsonObject } from './json'

/** What came of one action of a handler, for one message. Conductor's EventExecution. */
export interface EventExecution {
  /** `<message id>_<position of the action>`. */
  readonly id: string
  readonly messageId: string
  /** The handler's. */
  readonly name: string
  readonly event: string
  readonly created: number
  readonly status: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'SKIPPED'
  /** Null: the condition kept the handler from all of its actions. */
  readonly action: string | null
  readonly output: JsonObject
  readonly payload: JsonObject
}

export interface EventMessageRecord {
  readonly id: string
  readonly createdAt: number
  readonly event: string
  readonly status: 'RECEIVED' | 'HANDLED' | 'REJECTED'
  readonly note: string | null
  readonly payload: JsonObject
  readonly executions: readonly EventExecution[]
}

/** How much came in for one event, and how much of it one handler took; as Conductor counts it. */
export interface EventTally {
  /** Null: no handler listens to the event. */
  readonly name: string | null
  readonly event: string
  readonly active: boolean
  readonly numberOfActions: number
  readonly numberOfMessages: number
}

/** A message as a line of the list: without what it carries. */
export interface MessageLine {
  /** Ours: a message id may come again. */
  readonly key: string
  readonly event: string
  readonly createdAt: number
  readonly status: EventMessageRecord['status']
  readonly note: string | null
  readonly outcomes: readonly MessageOutcome[]
}

export interface MessageOutcome {
  readonly handler: string
  readonly position: number
  readonly action: string | null
  readonly status: EventExecution['status']
  readonly output: JsonObject
}

export interface MessageDetails extends MessageLine {
  readonly messageId: string
  readonly payload: JsonObject
}

export function noMessage(): AppError {
  return new AppError('NOT_FOUND', 'There is no such message, or it is no longer kept.')
}
