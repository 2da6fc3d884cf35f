import type { Direction } from '@/components/graph/walk'
import type { OutlineRow } from './outline-rows'

export type OutlineStep = { readonly kind: 'select' | 'open' | 'close'; readonly id: string }

/** What an arrow key does in a tree: along the lines, in and out, or opening and closing. */
export function outlineStep(rows: readonly OutlineRow[], id: string | null, direction: Direction): OutlineStep | null {
  const at = rows.findIndex((row) => row.id === id)
  const row = rows[at]
  if (row === undefined) return select(rows[0]?.id)
  if (direction === 'up') return select(rows[at - 1]?.id)
  if (direction === 'down') return select(rows[at + 1]?.id)
  if (direction === 'left') return row.isExpanded ? { kind: 'close', id: row.id } : select(row.parent)
  if (row.isExpanded === false) return { kind: 'open', id: row.id }
  const next = rows[at + 1]
  return next?.parent === row.id ? select(next.id) : null
}

function select(id: string | null | undefined): OutlineStep | null {
  return id ? { kind: 'select', id } : null
}
