import type { Point } from './layout-types'

const RADIUS = 8

/** An SVG path through orthogonal points with rounded corners. */
export function edgePath(points: readonly Point[]): string {
  const parts: string[] = []
  points.forEach((point, i) => {
    const before = points[i - 1]
    const after = points[i + 1]
    if (before === undefined) parts.push(`M${point.x} ${point.y}`)
    else if (after === undefined) parts.push(`L${point.x} ${point.y}`)
    else {
      const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2)
      const into = toward(point, before, radius)
      const out = toward(point, after, radius)
      parts.push(`L${into.x} ${into.y}`, `Q${point.x} ${point.y} ${out.x} ${out.y}`)
    }
  })
  return parts.join('')
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function toward(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by }
}
