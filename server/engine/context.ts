import type { Limits } from '@/server/model/limits'

/** What the host's extensions add to Conductor's own. */
export interface ExtensionNames {
  readonly taskTypes: Pick<ReadonlySet<string>, 'has'>
  readonly evaluators: Pick<ReadonlySet<string>, 'has'>
}

/** What the engine cannot compute: time, ids, chance and the operator's settings. */
export interface DecideContext {
  /** Database time, epoch milliseconds. */
  readonly now: number
  /** A fresh UUID at each call. */
  readonly newId: () => string
  /** Uniform in [0, 1): the jitter of retries. */
  readonly random: () => number
  /** `${workflow.env.NAME}`. */
  readonly env: Readonly<Record<string, string>>
  readonly limits: Limits
  readonly extensions?: ExtensionNames
  /** A dry run: no task waits for a place under the limits of its definition. */
  readonly unlimited?: boolean
  /** Domains in which workers of this task definition polled in the last seconds; without it the first listed one is taken. */
  readonly activeDomains?: (taskDefName: string) => ReadonlySet<string>
}
