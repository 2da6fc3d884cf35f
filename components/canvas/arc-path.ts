import type { PlacedNode, Point } from '@/components/graph/layout-types'
import type { GraphDirection } from '@/server/model/graph-look'

/** A bow beside the flow, with the points where it leaves and arrives. */
export interface Arc {
  readonly path: string
  readonly from: Point
  readonly to: Point
}

const HEAD = 26
const BULGE = 36
const MOST_BULGE = 160

/** Beside the column where control goes down, on the side that the other is on, and over neighbours of one row. */
export function arcBetween(from: PlacedNode, to: PlacedNode, direction: GraphDirection): Arc {
  if (direction === 'right') return sharesX(from, to) ? besideColumn(from, to) : besideRow(from, to, 1)
  return sharesY(from, to) ? besideRow(from, to, -1) : besideColumn(from, to)
}

function sharesX(a: PlacedNode, b: PlacedNode): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width
}

function sharesY(a: PlacedNode, b: PlacedNode): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height
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

/** `way` 1: below the row; -1: above it. */
function besideRow(from: PlacedNode, to: PlacedNode, way: 1 | -1): Arc {
  const side = (node: PlacedNode): Point => ({ x: middle(node), y: way === 1 ? node.y + node.height : node.y })
  const [a, b] = [side(from), side(to)]
  const far = (way === 1 ? Math.max(a.y, b.y) : Math.min(a.y, b.y)) + way * bulge(a.x - b.x)
  return { path: `M${a.x} ${a.y}C${a.x} ${far} ${b.x} ${far} ${b.x} ${b.y}`, from: a, to: b }
}

function middle(node: PlacedNode): number {
  return node.x + Math.min(node.width, 224) / 2
}

function bulge(distance: number): number {
  return Math.min(MOST_BULGE, BULGE + Math.abs(distance) / 6)
}
