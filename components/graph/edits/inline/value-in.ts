import { isJsonObject, type Json } from '@/server/model/json'
import type { Put } from './put-values'

/** What a path finds in a value that may be, or hold, expressions; null: that is known only when it runs. */
export function valueIn(value: Json, path: string): Put | null {
  const source = typeof value === 'string' ? onlyMarker(value) : null
  if (source !== null) {
    if (path === '') return { source }
    return FINDS_SEVERAL.test(source) ? null : { source: source + path }
  }
  if (path === '') return { value }
  if (typeof value === 'string') return value.includes('${') ? null : { value: null }
  const step = STEP.exec(path)
  if (step === null) return null
  const [all, name, , quoted, index] = step
  return valueIn(memberOf(value, name ?? quoted ?? Number(index)), path.slice(all.length))
}

/** A path that may find several values: what follows it would be looked for in each. */
const FINDS_SEVERAL = /\.\.|\*|\?|\[[^\]]*[,:]/
const STEP = /^(?:\.([\w-]+)|\[(['"])(.*?)\2\]|\[(\d+)\])/

function memberOf(value: Json, name: string | number): Json {
  if (Array.isArray(value)) return typeof name === 'number' ? ((value[name] as Json | undefined) ?? null) : null
  return isJsonObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** The source of the one expression that a text is; null: it is more, or none. */
export function onlyMarker(text: string): string | null {
  const source = /^\$\{([^{}]*)\}$/.exec(text)?.[1]
  return source?.trim() ?? null
}
