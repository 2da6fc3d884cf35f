/** The JSON string around a column (from 0) of a line; strings end with their line. Null outside of one. */
export function stringAt(line: string, column: number): { readonly from: number; readonly text: string } | null {
  let from = -1
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\' && from >= 0) at++
    else if (line[at] !== '"') continue
    else if (from < 0) {
      if (at >= column) return null
      from = at + 1
    } else if (column <= at) return { from, text: line.slice(from, at) }
    else from = -1
  }
  return from >= 0 ? { from, text: line.slice(from) } : null
}
