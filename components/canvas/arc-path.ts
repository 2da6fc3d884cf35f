import type { GraphDirection, PlacedNode, Point } from '@/components/graph/layout-types'

const HEAD = 26
const BULGE = 36
const MOST_BULGE = 160

/** A bow beside the flow, from one node to another: right of it where control goes down, below where it goes right. */
export function arcPath(from: PlacedNode, to: PlacedNode, direction: GraphDirection): string {
  const [a, b] = [sideOf(from, direction), sideOf(to, direction)]
  const isDown = direction === 'down'
  const along = isDown ? Math.abs(a.y - b.y) : Math.abs(a.x - b.x)
  const out = Math.min(MOST_BULGE, BULGE + along / 6)
  const far = isDown ? Math.max(a.x, b.x) + out : Math.max(a.y, b.y) + out
  return isDown
    ? `M${a.x} ${a.y}C${far} ${a.y} ${far} ${b.y} ${b.x} ${b.y}`
    : `M${a.x} ${a.y}C${a.x} ${far} ${b.x} ${far} ${b.x} ${b.y}`
}

export function sideOf(node: PlacedNode, direction: GraphDirection): Point {
  return direction === 'down'
    ? { x: node.x + node.width, y: node.y + Math.min(node.height / 2, HEAD) }
    : { x: node.x + Math.min(node.width / 2, 112), y: node.y + node.height }
}
