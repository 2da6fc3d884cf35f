import type { JsonObject } from '@/server/model/json'

/** What the inspector fetches when a task is looked at. */
export interface TaskDetails {
  readonly inputData: JsonObject
  readonly outputData: JsonObject
  readonly logs: readonly { readonly log: string; readonly createdTime: number }[]
}
