/** One `${…}` of a text. `to` is behind its closing brace; of an open one, where its path ends. */
export interface MarkerSpan {
  readonly from: number
  readonly to: number
  readonly isClosed: boolean
  /** What stands between the braces. */
  readonly source: string
}

/** Where the markers of a text are, inner ones after the outer one; `$${` is an escape and none. */
export function markersIn(text: string): readonly MarkerSpan[] {
  const spans: MarkerSpan[] = []
  const open: { from: number; isMarker: boolean }[] = []
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith('$${', at)) {
      at += 2
      open.push({ from: at, isMarker: false })
    } else if (text.startsWith('${', at)) {
      open.push({ from: at, isMarker: true })
      at += 1
    } else if (text[at] === '{') open.push({ from: at, isMarker: false })
    else if (text[at] === '}') {
      const last = open.pop()
      if (last?.isMarker) spans.push({ ...last, to: at + 1, isClosed: true, source: text.slice(last.from + 2, at) })
    }
  }
  for (const { from, isMarker } of open) if (isMarker) spans.push(openSpan(text, from))
  return spans.map(({ from, to, isClosed, source }) => ({ from, to, isClosed, source })).sort((a, b) => a.from - b.from)
}

/** Never closed: it reaches as far as a path can. */
function openSpan(text: string, from: number): MarkerSpan & { isMarker: true } {
  const source = /^(?:[^\s"'{}[\],]|\[[^\]]*\]?)*/.exec(text.slice(from + 2))?.[0] ?? ''
  return { from, to: from + 2 + source.length, isClosed: false, source, isMarker: true }
}

/** The innermost marker that the cursor is inside of. */
export function markerAt(text: string, cursor: number): MarkerSpan | undefined {
  return markersIn(text).findLast(({ from, to, isClosed }) => cursor >= from + 2 && cursor <= (isClosed ? to - 1 : to))
}

/** The innermost marker that covers a character, its braces included. */
export function markerOver(text: string, at: number): MarkerSpan | undefined {
  return markersIn(text).findLast(({ from, to }) => at >= from && at < to)
}
