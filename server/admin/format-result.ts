import type { Result, Row } from './command'

/** For people: one thing as lines, many as a table. */
export function formatResult(result: Result): string {
  if (isRow(result))
    return Object.entries(result)
      .map(([key, value]) => `${key}: ${value ?? '–'}`)
      .join('\n')
  const [first] = result
  if (first === undefined) return 'None.'
  const table = [Object.keys(first), ...result.map((row) => Object.values(row).map((value) => String(value ?? '–')))]
  const widths = Object.keys(first).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)))
  return table
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function isRow(result: Result): result is Row {
  return !Array.isArray(result)
}
