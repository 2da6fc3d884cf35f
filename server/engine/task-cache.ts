import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { Draft } from './draft'
import { resolveInputs } from './expressions/resolve-inputs'
import type { NewTask } from './operators/operator'

/** Beside workers' tasks those that Orkes names, as far as there are such tasks here. */
const CACHED_TYPES: ReadonlySet<string> = new Set([
  'HTTP',
  'HTTP_POLL',
  'BUSINESS_RULE',
  'JDBC',
  'GET_SIGNED_JWT',
  'YIELD',
])

const MAX_KEY = 4_000
const LONGEST_SECONDS = 10 * 365 * 86_400
const MARKER = /\$\{[^}]*\}/g

interface CachePlace {
  readonly key: string
  readonly seconds: number
}

/**
 * A new row whose task has a `cacheConfig`: a first attempt waits for the answer of the cache (`recalled`), which
 * comes within the same transaction. Another attempt, or a rerun, is made to do the work again; what it gives is kept.
 */
export function askCache(draft: Draft, added: NewTask, row: Task): Task {
  const place = placeOf(draft, added, row)
  if (place === null) return row
  const state = { ...row.state, cache: { ...place } }
  if (row.retriedTaskId !== null || added.replaces) return { ...row, state }
  draft.effects.push({ type: 'recall', taskId: row.taskId, taskName: row.taskDefName, key: place.key })
  return { ...row, status: 'IN_PROGRESS', state: { ...state, recalling: true } }
}

export function isRecalling({ state }: Task): boolean {
  return state?.recalling === true
}

function placeOf(draft: Draft, { task, operator }: NewTask, row: Task): CachePlace | null {
  const { cacheConfig } = task
  if (!cacheConfig?.key || (operator.performer !== 'worker' && !CACHED_TYPES.has(task.type))) return null
  const seconds = Math.min(Math.floor(Number(cacheConfig.ttlInSecond ?? 0)), LONGEST_SECONDS)
  const key = seconds > 0 ? keyOf(draft, cacheConfig.key, row.inputData) : null
  return key === null ? null : { key, seconds }
}

/** Null: it names something that the input does not have, and different tasks would share one result. */
function keyOf({ context }: Draft, key: string, input: JsonObject): string | null {
  const scope = { lookup: (root: string) => (Object.hasOwn(input, root) ? input[root] : undefined), env: context.env }
  const markers = key.match(MARKER) ?? []
  if (markers.some((marker) => resolveInputs(marker, scope) === null)) return null
  const resolved = resolveInputs(key, scope)
  const text = typeof resolved === 'string' ? resolved : JSON.stringify(resolved)
  return text === '' || text.length > MAX_KEY ? null : text
}
