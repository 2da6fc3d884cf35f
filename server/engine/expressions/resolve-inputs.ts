import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { javaText } from './java-text'
import { readJsonPath } from './json-path'
import { hasMarker, type Marker, parseTemplate, type Template } from './template'

/**
 * `${…}` substitution as Conductor does it. A text that is exactly one marker becomes the typed value; anywhere else
 * a value is written as Java's `toString` would. What was substituted is not scanned again, keys never are, and
 * secrets stay literal until the work is handed out.
 */
export interface ExpressionScope {
  /** `workflow`, or the latest row of a task reference, in the form expressions see. */
  readonly lookup: (root: string) => Json | undefined
  /** `${workflow.env.NAME}`. */
  readonly env: Readonly<Record<string, string>>
  /** `${CPEWF_TASK_ID}`: the task being built. */
  readonly taskId?: string | undefined
}

/** A longer text than this is not built: the value is null. */
const MAX_TEXT = 10_000_000

/** Parts without markers are shared with `value`, not copied. */
export function resolveInputs(value: Json, scope: ExpressionScope): Json {
  if (typeof value === 'string') return hasMarker(value) ? resolveText(value, scope) : value
  if (isJsonObject(value)) return resolveObject(value, scope)
  if (!Array.isArray(value)) return value
  const resolved = (value as readonly Json[]).map((item) => resolveInputs(item, scope))
  return resolved.every((item, at) => item === value[at]) ? value : resolved
}

function resolveObject(value: JsonObject, scope: ExpressionScope): JsonObject {
  const entries = Object.entries(value)
  const resolved = entries.map(([key, item]) => [key, resolveInputs(item, scope)] as const)
  return resolved.every(([, item], at) => item === entries[at]?.[1]) ? value : Object.fromEntries(resolved)
}

function resolveText(text: string, scope: ExpressionScope): Json {
  const template = parseTemplate(text)
  const [only] = template
  if (template.length === 1 && only !== undefined && typeof only !== 'string') return resolveMarker(only, scope, true)
  return interpolate(template, scope)
}

function interpolate(template: Template, scope: ExpressionScope): string | null {
  let text = ''
  for (const part of template) {
    text += typeof part === 'string' ? part : javaText(resolveMarker(part, scope, false))
    if (text.length > MAX_TEXT) return null
  }
  return text
}

/** `whole`: the marker is the entire text. It decides what a missing environment value becomes. */
function resolveMarker(marker: Marker, scope: ExpressionScope, whole: boolean): Json {
  const path = interpolate(marker.path, scope)?.trim()
  if (path === undefined) return null
  if (path === '') return ''
  if (path.startsWith('workflow.secrets.')) return `\${${path}}`
  if (path.startsWith(ENV)) return readEnvironment(path.slice(ENV.length), scope) ?? (whole ? null : '')
  if (path === 'CPEWF_TASK_ID') return scope.taskId ?? null
  return readJsonPath(path, scope.lookup)
}

const ENV = 'workflow.env.'

/** `NAME`, or `NAME.path` into a value that is JSON text. */
function readEnvironment(path: string, { env }: ExpressionScope): Json {
  if (Object.hasOwn(env, path)) return env[path] ?? null
  const [name = ''] = path.split(/[.[]/, 1)
  const text = Object.hasOwn(env, name) ? env[name] : undefined
  if (text === undefined || name === path) return null
  const document = parsed(text)
  return readJsonPath(`value${path.slice(name.length)}`, (root) => (root === 'value' ? document : undefined))
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
