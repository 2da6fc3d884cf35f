import { markersIn } from '@/components/graph/scope/marker-at'
import { javaText } from '@/server/engine/expressions/java-text'
import type { Json } from '@/server/model/json'

/** What an expression becomes: another expression, or a value. */
export type Put = { readonly source: string } | { readonly value: Json }

export interface Putting {
  /** Null: it stays as it is. */
  readonly put: (source: string) => Put | null
  readonly refuse: (why: string) => void
}

/** Every `${…}` of a value replaced, inner ones first; parts in which nothing changed keep their identity. */
export function putValues<T>(value: T, putting: Putting): T {
  return putIn(value as Json, putting) as T
}

function putIn(value: Json, putting: Putting): Json {
  if (typeof value === 'string') return value.includes('${') ? putInText(value, putting) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const next = (value as readonly Json[]).map((item) => putIn(item, putting))
    return next.some((item, i) => item !== value[i]) ? next : value
  }
  const entries = Object.entries(value)
  const next = entries.map(([key, item]) => [key, putIn(item as Json, putting)] as const)
  return next.some(([, item], i) => item !== entries[i]?.[1]) ? Object.fromEntries(next) : value
}

function putInText(text: string, putting: Putting): Json {
  const closed = markersIn(text).filter(({ isClosed }) => isClosed)
  const outermost = closed.filter(({ from }) => !closed.some((outer) => outer.from < from && from < outer.to))
  let next = text
  for (const { from, to, source } of outermost.toReversed()) {
    const own = String(putIn(source, putting))
    const put = putting.put(own) ?? { source: own }
    if (from === 0 && to === text.length && 'value' in put) return put.value
    const piece = 'source' in put ? `\${${put.source}}` : written(put.value, source, putting)
    next = next.slice(0, from) + piece + next.slice(to)
  }
  return next
}

/** Inside of a longer text, as the engine would write it there. */
function written(value: Json, source: string, { refuse }: Putting): string {
  if (typeof value === 'string') return value
  if (JSON.stringify(value).includes('${'))
    refuse(`\${${source}} stands in a text, where what it is given has no form.`)
  return javaText(value)
}
