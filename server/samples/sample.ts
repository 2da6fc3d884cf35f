import type { EventHandlerInput } from '@/server/model/event-handler'
import type { JsonObject } from '@/server/model/json'
import type { TaskDefInput } from '@/server/model/task-def'
import type { WorkflowDefInput } from '@/server/model/workflow-def'

/** A workflow that every new namespace gets. */
export interface Sample {
  readonly name: string
  /** What it shows, in one or two sentences. */
  readonly purpose: string
  /** What to do with it after the first run. */
  readonly tryNext: string
  /** Whether somebody must poll for its tasks (see workers/). */
  readonly needsWorker: boolean
  readonly minutes: number
  /** `baseUrl`: where this server's demo endpoints are reached. */
  readonly build: (baseUrl: string) => SampleParts
}

export interface SampleParts {
  readonly workflow: WorkflowDefInput
  readonly taskDefs: readonly TaskDefInput[]
  readonly handlers?: readonly EventHandlerInput[]
  /** What the run form offers. */
  readonly input: JsonObject
}

export const SAMPLES_OWNER = 'samples@conductor-playground.dev'
