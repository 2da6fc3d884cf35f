import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Json, JsonObject } from '@/server/model/json'

/** A recording of what Conductor answered, in the form that scenarios/*.json has. */
export interface Scenario {
  readonly name: string
  readonly about: string
  readonly register: {
    readonly taskDefs?: readonly JsonObject[]
    readonly workflows?: readonly JsonObject[]
    readonly events?: readonly JsonObject[]
  }
  readonly steps: readonly Step[]
  readonly registered: readonly Json[]
  readonly observed: readonly Json[]
}

export type Step = StartStep | PollStep | UpdateStep | SettleStep | CallStep | { readonly sleep: number }

export interface StartStep {
  readonly start: JsonObject
  readonly as?: string
}

export interface PollStep {
  readonly poll: string
  readonly as: string
  readonly domain?: string
  /** Seconds. */
  readonly within?: number
}

export interface UpdateStep {
  readonly update: string
  readonly status: string
  readonly output?: JsonObject
  readonly reasonForIncompletion?: string
  readonly callbackAfterSeconds?: number
}

export interface SettleStep {
  readonly settle: string
  readonly until?: string
  /** Seconds. */
  readonly quiet?: number
  readonly limit?: number
}

export interface CallStep {
  readonly call: { readonly method: string; readonly path: string; readonly body?: Json; readonly raw?: string }
  readonly pick?: readonly string[]
  readonly only?: 'status'
}

export interface Observations {
  readonly registered: readonly Json[]
  readonly observed: readonly Json[]
}

const FOLDER = fileURLToPath(new URL('./scenarios', import.meta.url))

export function readScenarios(): readonly Scenario[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  return files.map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Scenario)
}
