import type { GraphDirection, PlacedNode, Point } from '@/components/graph/layout-types'

/** A bow beside the flow, with the points where it leaves and arrives. */
export interface Arc {
  readonly path: string
  readonly from: Point
  readonly to: Point
}

const HEAD = 26
const BULGE = 36
const MOST_BULGE = 160

/** From one node to another: beside the column where control goes down, on the side that the other is on; below where it goes right. */
export function arcBetween(from: PlacedNode, to: PlacedNode, direction: GraphDirection): Arc {
  return direction === 'down' ? besideColumn(from, to) : belowRow(from, to)
}

function besideColumn(from: PlacedNode, to: PlacedNode): Arc {
  const isLeft = middle(to) < middle(from) - HEAD
  const side = (node: PlacedNode): Point => ({
    x: isLeft ? node.x : node.x + node.width,
    y: node.y + Math.min(node.height / 2, HEAD),
  })
  const [a, b] = [side(from), side(to)]
  const out = bulge(a.y - b.y)
  const far = isLeft ? Math.min(a.x, b.x) - out : Math.max(a.x, b.x) + out
  return { path: `M${a.x} ${a.y}C${far} ${a.y} ${far} ${b.y} ${b.x} ${b.y}`, from: a, to: b }
}

function belowRow(from: PlacedNode, to: PlacedNode): Arc {
  const side = (node: PlacedNode): Point => ({ x: middle(node), y: node.y + node.height })
  const [a, b] = [side(from), side(to)]
  const far = Math.max(a.y, b.y) + bulge(a.x - b.x)
  return { path: `M${a.x} ${a.y}C${a.x} ${far} ${b.x} ${far} ${b.x} ${b.y}`, from: a, to: b }
}

function middle(node: PlacedNode): number {
  return node.x + Math.min(node.width, 224) / 2
}

function bulge(distance: number): number {
  return Math.min(MOST_BULGE, BULGE + Math.abs(distance) / 6)
}
