import type { Layout, PlacedNode } from './layout-types'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The node that an arrow key leads to: along the flow it follows the edges, across it looks for a neighbour. */
export function walk(layout: Layout, from: string, direction: Direction): string | null {
  const [back, on] = layout.direction === 'right' ? (['left', 'right'] as const) : (['up', 'down'] as const)
  if (direction === on) return next(layout, from)
  if (direction === back) return previous(layout, from)
  return beside(layout, from, direction)
}

export function next(layout: Layout, from: string): string | null {
  return follow(layout, from, (edge) => [edge.source, edge.target])
}

export function previous(layout: Layout, from: string): string | null {
  return follow(layout, from, (edge) => [edge.target, edge.source])
}

type Ends = (edge: Layout['edges'][number]) => [from: string, to: string]

function follow(layout: Layout, from: string, ends: Ends): string | null {
  const kinds = new Map(layout.nodes.map((node) => [node.id, node.kind]))
  const edge = layout.edges.find((one) => ends(one)[0] === from && !/:(again|out)$/.test(one.id))
  if (edge === undefined) return null
  const to = ends(edge)[1]
  return kinds.get(to) === 'merge' ? follow(layout, to, ends) : to
}

const ROW_REACH = 60
const COLUMN_REACH = 200
const SLANT = 3

function beside(layout: Layout, from: string, direction: Direction): string | null {
  const origin = layout.nodes.find((node) => node.id === from)
  if (origin === undefined) return null
  const isRow = direction === 'left' || direction === 'right'
  const sign = direction === 'right' || direction === 'down' ? 1 : -1
  let best: { id: string; cost: number } | null = null
  for (const node of layout.nodes) {
    if (node.kind === 'merge' || node.id === from) continue
    const dx = middle(node).x - middle(origin).x
    const dy = middle(node).y - middle(origin).y
    const [way, aside] = isRow ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)]
    if (aside > (isRow ? ROW_REACH : COLUMN_REACH) || way <= 0) continue
    const cost = way + SLANT * aside
    if (best === null || cost < best.cost) best = { id: node.id, cost }
  }
  return best?.id ?? null
}

/** Of a tall or wide frame only its beginning counts. */
function middle(node: PlacedNode) {
  return { x: node.x + Math.min(node.width, 304) / 2, y: node.y + Math.min(node.height, 52) / 2 }
}
