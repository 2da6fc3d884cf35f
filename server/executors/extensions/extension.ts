import type { PerformOutcome } from '@/server/engine/event'
import type { EventSink } from '@/server/executors/sinks/sink'
import type { Settings } from '@/server/model/integration'
import type { Json, JsonObject } from '@/server/model/json'

/**
 * What a module that PLAYGROUND_EXTENSIONS names exports as its default: task types, event sinks and script evaluators
 * of the host's own. It runs in this process with all of its rights: load only what you would have written yourself.
 */
export interface Extension {
  readonly name: string
  readonly taskTypes?: readonly TaskTypeExtension[]
  readonly sinks?: readonly SinkExtension[]
  readonly evaluators?: readonly EvaluatorExtension[]
}

export interface TaskTypeExtension {
  /** As in definitions, e.g. `AWS_LAMBDA`; none of Conductor's own. */
  readonly type: string
  /** What the palette says. */
  readonly label: string
  readonly hint: string
  readonly inputs: readonly ExtensionInput[]
  /** An example of what the task puts out, for completion in the editor. */
  readonly output: JsonObject
  /** May be called twice for the same task when a server dies in between. What it throws fails the task for good. */
  perform(call: ExtensionCall, host: ExtensionHost): Promise<PerformOutcome>
}

export interface ExtensionInput {
  readonly name: string
  readonly hint: string
  /** Without it the task fails before `perform` is called. */
  readonly required?: boolean
}

export interface ExtensionCall {
  readonly namespaceId: number
  readonly workflowId: string
  readonly taskId: string
  readonly taskType: string
  /** Resolved, with the values of secrets. */
  readonly input: JsonObject
}

export interface SinkExtension {
  /** What stands before the colon, e.g. `slack` for `slack:channel`. */
  readonly type: string
  create(host: ExtensionHost): EventSink
}

export interface EvaluatorExtension {
  /** The `evaluatorType` of INLINE and SWITCH tasks. */
  readonly type: string
  /** What it throws is the script's error. A loop that does not end stops the whole server. */
  evaluate(script: { readonly expression: string; readonly input: Json }): Json | Promise<Json>
}

/** What this server lends to extensions. */
export interface ExtensionHost {
  /** As the platform's `fetch`, through the outbound guard. Rejects when the guard refuses or nobody answers. */
  fetch(url: string, request?: HostRequest): Promise<Response>
  /** Null: no such integration, or it is switched off. Its settings include the credentials. */
  integration(namespaceId: number, name: string): Promise<HostIntegration | null>
}

export interface HostRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs?: number
}

export interface HostIntegration {
  readonly type: string
  readonly settings: Settings
}
