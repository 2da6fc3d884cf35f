import { jsonSize } from '@/server/engine/json-size'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { javaDouble, javaText } from './java-text'
import { kindOf, readJsonPath } from './json-path'
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
  /** `${CPEWF_TASK_ID}`: the task being built; the marker stays where none is. */
  readonly taskId?: string | undefined
  /** Markers are null once those before them have brought so many characters of JSON: one value may be named often. */
  readonly maxBytes?: number
}

/** One call's scope, with what is left of its budgets. */
interface Work extends ExpressionScope {
  readonly left: { bytes: number; visits: number }
}

/** A longer text than this is not built: the value is null. */
const MAX_TEXT = 10_000_000
const MAX_BYTES = 100_000_000
/** Values that all paths of one call together may look at. */
const MAX_VISITS = 5_000_000

/** Parts without markers are shared with `value`, not copied. */
export function resolveInputs(value: Json, scope: ExpressionScope): Json {
  return resolve(value, { ...scope, left: { bytes: scope.maxBytes ?? MAX_BYTES, visits: MAX_VISITS } })
}

function resolve(value: Json, scope: Work): Json {
  if (typeof value === 'string') return hasMarker(value) ? resolveText(value, scope) : value
  if (isJsonObject(value)) return resolveObject(value, scope)
  if (!Array.isArray(value)) return value
  const resolved = (value as readonly Json[]).map((item) => resolve(item, scope))
  return resolved.every((item, at) => item === value[at]) ? value : resolved
}

function resolveObject(value: JsonObject, scope: Work): JsonObject {
  const entries = Object.entries(value)
  const resolved = entries.map(([key, item]) => [key, resolve(item, scope)] as const)
  return resolved.every(([, item], at) => item === entries[at]?.[1]) ? value : Object.fromEntries(resolved)
}

function resolveText(text: string, scope: Work): Json {
  if (scope.left.bytes < 0) return null
  const template = parseTemplate(text)
  const [only] = template
  if (template.length === 1 && only !== undefined && typeof only !== 'string') {
    const value = resolveMarker(only, scope)
    scope.left.bytes -= jsonSize(value, scope.left.bytes).characters
    return value
  }
  return interpolate(template, scope)
}

function interpolate(template: Template, scope: Work): string | null {
  let text = ''
  for (const part of template) {
    const piece = typeof part === 'string' ? part : writtenOut(part, scope)
    text += piece
    scope.left.bytes -= piece.length
    if (text.length > MAX_TEXT) return null
    if (scope.left.bytes < 0) break
  }
  return text
}

/** A list of matches writes itself as JSON, where any other list is Java's; what a function computes is a double. */
function writtenOut(marker: Marker, scope: Work): string {
  const value = resolveMarker(marker, scope)
  if (typeof value === 'number')
    return CALL.test(marker.source) && kindOf(marker.source).doubles ? javaDouble(value) : javaText(value)
  if (!Array.isArray(value)) return javaText(value)
  const { matches, doubles } = kindOf(marker.source)
  if (!matches) return javaText(value)
  if (doubles) return `[${value.map((each) => javaDouble(Number(each))).join(',')}]`
  return JSON.stringify(value).replaceAll('/', '\\/')
}

const CALL = /\(/

function resolveMarker(marker: Marker, scope: Work): Json {
  const path = interpolate(marker.path, scope)?.trim()
  if (path === undefined) return null
  if (path === '') return ''
  if (path.startsWith('workflow.secrets.')) return `\${${path}}`
  if (path.startsWith(ENV)) return readEnvironment(path.slice(ENV.length), scope)
  if (path === 'CPEWF_TASK_ID') return scope.taskId ?? '${CPEWF_TASK_ID}'
  return readJsonPath(path, scope.lookup, scope.left)
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
