import type { PlacedEdge, Point } from './layout-types'

/** The edge on which something dropped at this point lands; null when none is within reach. */
export function nearestEdge(edges: readonly PlacedEdge[], point: Point, reach: number): PlacedEdge | null {
  let best: PlacedEdge | null = null
  let bestDistance = reach
  for (const edge of edges) {
    if (edge.place === null) continue
    const distance = Math.hypot(edge.plus.x - point.x, edge.plus.y - point.y)
    if (distance < bestDistance) {
      best = edge
      bestDistance = distance
    }
  }
  return best
}
