/**
 * Cuts a text into literal pieces and `${…}` markers. Braces inside a marker balance, `$${` is an escape for `${`,
 * a marker that is never closed is text. One linear pass: hostile texts such as `${${${…` cost no more than others.
 */
export type Template = readonly Part[]
export type Part = string | Marker

export interface Marker {
  /** What stands between the braces; may hold markers of its own, which are resolved first. */
  readonly path: Template
  /** The same, as written. */
  readonly source: string
}

/** Markers nested deeper than this are left as text. */
const MAX_NESTING = 16

export function hasMarker(text: string): boolean {
  return text.includes('${')
}

export function parseTemplate(text: string): Template {
  return parseRange({ text, closing: matchBraces(text) }, { from: 0, to: text.length }, 0)
}

interface Source {
  readonly text: string
  /** Index of each `{` → index of its `}`. */
  readonly closing: ReadonlyMap<number, number>
}

function parseRange(source: Source, range: { from: number; to: number }, depth: number): Template {
  const { text, closing } = source
  const parts: Part[] = []
  let literal = ''
  let at = range.from
  while (at < range.to) {
    const dollar = text.indexOf('$', at)
    if (dollar < 0 || dollar >= range.to) break
    literal += text.slice(at, dollar)
    at = dollar
    if (text.startsWith('$${', at)) {
      literal += '${'
      at += 3
      continue
    }
    const end = text[at + 1] === '{' && depth < MAX_NESTING ? closing.get(at + 1) : undefined
    if (end === undefined || end >= range.to) {
      literal += '$'
      at += 1
      continue
    }
    if (literal !== '') parts.push(literal)
    literal = ''
    const inner = { from: at + 2, to: end }
    parts.push({ path: parseRange(source, inner, depth + 1), source: text.slice(inner.from, inner.to) })
    at = end + 1
  }
  literal += text.slice(at, range.to)
  if (literal !== '') parts.push(literal)
  return parts
}

function matchBraces(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{') open.push(at)
    if (char !== '}') continue
    const start = open.pop()
    if (start !== undefined) closing.set(start, at)
  }
  return closing
}
