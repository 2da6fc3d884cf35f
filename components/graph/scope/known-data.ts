import type { Json, JsonObject } from '@/server/model/json'
import type { Shape } from './shape'

/** What the editor knows besides the definition: declared shapes, and the values of the last run. */
export interface KnownData {
  readonly workflow: {
    readonly input?: JsonObject | undefined
    readonly output?: JsonObject | undefined
    readonly variables?: JsonObject | undefined
    readonly rest?: JsonObject | undefined
    readonly inputShape?: Shape | undefined
  }
  /** By reference: the row of the last run as expressions see it, as far as it has been fetched. */
  readonly rows: Readonly<Record<string, JsonObject | undefined>>
  /** By reference: what its task definition, or the workflow it runs, declares of its output. */
  readonly outputs: Readonly<Record<string, Shape | undefined>>
  /** Names only: values of secrets are nobody's business here. */
  readonly env?: readonly string[] | undefined
  readonly secrets?: readonly string[] | undefined
}

export const NOTHING_KNOWN: KnownData = { workflow: {}, rows: {}, outputs: {} }

/** A shape, with the value of the last run where there is one. */
export interface Known {
  readonly shape: Shape
  readonly value: Json | undefined
}
