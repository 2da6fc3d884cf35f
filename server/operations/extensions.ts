import { setTimeout } from 'node:timers/promises'
import type { ExtensionNames } from '@/server/engine/context'
import type { PerformOutcome, ScriptOutcome } from '@/server/engine/event'
import type {
  EvaluatorExtension,
  Extension,
  ExtensionCall,
  ExtensionHost,
  TaskTypeExtension,
} from '@/server/executors/extensions/extension'
import { exceedsDepth, parseForeignJson } from '@/server/executors/foreign-json'
import { OutboundError } from '@/server/executors/outbound-error'
import type { EventSinks } from '@/server/executors/sinks/sink'
import { asNamespaceId } from '@/server/model/ids'
import type { Json } from '@/server/model/json'
import type { Limits } from '@/server/model/limits'
import { BROKER_SINK_TYPES } from './integrations/broker-sinks'
import type { Integrations } from './integrations/integrations'

/** What the host added to the product: found by name, never by a list of imports. */
export interface Extensions {
  readonly taskTypes: ReadonlyMap<string, TaskTypeExtension>
  readonly evaluators: ReadonlyMap<string, EvaluatorExtension>
  readonly sinks: EventSinks
  perform(call: ExtensionCall): Promise<PerformOutcome>
  evaluate(evaluator: string, script: { readonly expression: string; readonly input: Json }): Promise<ScriptOutcome>
}

const MAX_DEPTH = 100

export function createExtensions(
  loaded: readonly Extension[],
  { integrations, limits }: { readonly integrations: Integrations; readonly limits: Limits },
): Extensions {
  const host = hostOf(integrations, limits)
  const taskTypes = new Map(loaded.flatMap((each) => each.taskTypes ?? []).map((each) => [each.type, each]))
  const evaluators = new Map(loaded.flatMap((each) => each.evaluators ?? []).map((each) => [each.type, each]))
  return {
    taskTypes,
    evaluators,
    sinks: new Map(loaded.flatMap((each) => each.sinks ?? []).map((each) => [each.type, each.create(host)])),
    async perform(call) {
      const extension = taskTypes.get(call.taskType)
      if (extension === undefined) return failed(`This server has no extension for tasks of type ${call.taskType}.`)
      const missing = extension.inputs.filter(({ name, required }) => required && isEmpty(call.input[name]))
      if (missing.length > 0) return failed(`Missing input: ${missing.map(({ name }) => name).join(', ')}`)
      return attempt(extension, call, host)
    },
    async evaluate(evaluator, script) {
      const extension = evaluators.get(evaluator)
      if (extension === undefined)
        return { ok: false, kind: 'error', message: `No evaluator registered for type: ${evaluator}` }
      const late = { ok: false, kind: 'timeout', message: `not evaluated within ${limits.scriptWallMs} ms` } as const
      return Promise.race([evaluated(extension, script), setTimeout(limits.scriptWallMs, late, { ref: false })])
    },
  }
}

async function attempt(
  extension: TaskTypeExtension,
  call: ExtensionCall,
  host: ExtensionHost,
): Promise<PerformOutcome> {
  try {
    const outcome = await extension.perform(call, host)
    return { ...outcome, output: storable(outcome.output) as PerformOutcome['output'] }
  } catch (error) {
    const retryable = error instanceof OutboundError && error.kind === 'failed'
    return { ...failed(error instanceof Error ? error.message : String(error)), retryable }
  }
}

async function evaluated(
  extension: EvaluatorExtension,
  script: { readonly expression: string; readonly input: Json },
): Promise<ScriptOutcome> {
  try {
    return { ok: true, value: storable(await extension.evaluate(script)) }
  } catch (error) {
    return { ok: false, kind: 'error', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Only JSON leaves an extension, whatever it made. */
function storable(value: unknown): Json {
  const text = JSON.stringify(value ?? null)
  if (exceedsDepth(text, MAX_DEPTH)) throw new Error(`the result nests deeper than ${MAX_DEPTH}`)
  return parseForeignJson(text)
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === ''
}

function failed(reason: string) {
  return { status: 'failed', output: {}, reason, retryable: false } as const
}

function hostOf(integrations: Integrations, limits: Limits): ExtensionHost {
  return {
    async fetch(url, { method = 'GET', headers = {}, body, timeoutMs = limits.httpTotalMs } = {}) {
      const answer = await integrations.doors.guard.send({
        method,
        url,
        headers,
        body: body ?? null,
        connectTimeoutMs: timeoutMs,
        readTimeoutMs: timeoutMs,
      })
      const fields = Object.entries(answer.headers).flatMap(([name, values]) =>
        values.map((each) => [name, each] as [string, string]),
      )
      const empty = [204, 205, 304].includes(answer.status)
      return new Response(empty ? null : new Uint8Array(answer.body), { status: answer.status, headers: fields })
    },
    async integration(namespaceId, name) {
      const found = await integrations.find(asNamespaceId(namespaceId), name)
      return found && { type: found.type, settings: found.settings }
    },
  }
}

/** What the engine knows of them. */
export function namesOf(loaded: readonly Extension[]): ExtensionNames {
  return {
    taskTypes: new Set(loaded.flatMap((each) => each.taskTypes ?? []).map(({ type }) => type)),
    evaluators: new Set(loaded.flatMap((each) => each.evaluators ?? []).map(({ type }) => type)),
  }
}

/** Names that extensions cannot have. */
export const takenNames = {
  sinks: ['conductor', ...BROKER_SINK_TYPES],
  evaluators: ['value-param', 'javascript', 'graaljs', 'python'],
}
