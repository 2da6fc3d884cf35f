import type { Layout, PlacedNode } from './layout-types'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The node that an arrow key leads to: up and down follow the edges, left and right look along the row. */
export function walk(layout: Layout, from: string, direction: Direction): string | null {
  if (direction === 'down') return follow(layout, from, (edge) => [edge.source, edge.target])
  if (direction === 'up') return follow(layout, from, (edge) => [edge.target, edge.source])
  return beside(layout, from, direction)
}

type Ends = (edge: Layout['edges'][number]) => [from: string, to: string]

function follow(layout: Layout, from: string, ends: Ends): string | null {
  const kinds = new Map(layout.nodes.map((node) => [node.id, node.kind]))
  const next = layout.edges.find((edge) => ends(edge)[0] === from && !edge.id.endsWith(':again'))
  if (next === undefined) return null
  const to = ends(next)[1]
  return kinds.get(to) === 'merge' ? follow(layout, to, ends) : to
}

const ROW_REACH = 60
const SLANT = 3

function beside(layout: Layout, from: string, direction: 'left' | 'right'): string | null {
  const origin = layout.nodes.find((node) => node.id === from)
  if (origin === undefined) return null
  let best: { id: string; cost: number } | null = null
  for (const node of layout.nodes) {
    if (node.kind === 'merge' || node.id === from) continue
    const dx = middle(node).x - middle(origin).x
    const dy = Math.abs(middle(node).y - middle(origin).y)
    if (dy > ROW_REACH || (direction === 'right' ? dx <= 0 : dx >= 0)) continue
    const cost = Math.abs(dx) + SLANT * dy
    if (best === null || cost < best.cost) best = { id: node.id, cost }
  }
  return best?.id ?? null
}

function middle(node: PlacedNode) {
  return { x: node.x + node.width / 2, y: node.y + Math.min(node.height, 52) / 2 }
}
