import { mapStrings } from '@/components/graph/references'
import { markersIn } from '@/components/graph/scope/marker-at'
import { findReferences, type Reference } from '@/server/engine/expressions/references'

/** One outermost `${…}` of a text, with every reference in it: its own first, then those of markers inside it. */
export interface OuterMarker {
  readonly source: string
  readonly references: readonly Reference[]
}

/** Rewrites the source of each outermost marker; null leaves it. */
export function mapMarkers<T>(value: T, change: (marker: OuterMarker) => string | null): T {
  return mapStrings(value, (text) => {
    let next = text
    for (const { from, to, source } of outermost(text).toReversed()) {
      const replaced = change({ source, references: findReferences(`\${${source}}`) })
      if (replaced !== null) next = `${next.slice(0, from)}\${${replaced}}${next.slice(to)}`
    }
    return next
  }) as T
}

function outermost(text: string) {
  const spans = markersIn(text).filter(({ isClosed }) => isClosed)
  return spans.filter(({ from }) => !spans.some((outer) => outer.from < from && from < outer.to))
}

/** A name for a value that an expression reads: its last plain member, or all of it. */
export function nameFor(source: string, taken: ReadonlySet<string>): string {
  const words = source.match(/[A-Za-z_]\w*/g) ?? []
  const base = words.at(-1) ?? 'value'
  const name = base === 'output' || base === 'input' ? (words[0] ?? base) : base
  let free = name
  for (let n = 2; taken.has(free); n++) free = `${name}_${n}`
  return free
}
