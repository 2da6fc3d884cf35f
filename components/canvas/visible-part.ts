import type { PlacedEdge, PlacedNode } from '@/components/graph/layout-types'
import type { Rectangle } from './canvas-state'

interface Camera {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
}

/** How much of the canvas is drawn around what is seen, as a share of it: a pan stays within for a while. */
const MARGIN = 0.25

/**
 * The part of the sheet that is drawn, as a text: it changes only when the camera has moved by a good piece, so that
 * most frames of a pan ask nothing of React.
 */
export function visiblePart({ transform: [x, y, zoom], width, height }: Camera): string {
  const scale = 2 ** Math.round(Math.log2(zoom))
  const across = steps(-x / zoom, width / zoom, width / scale)
  const along = steps(-y / zoom, height / zoom, height / scale)
  return [...across, ...along].map(Math.round).join(' ')
}

function steps(from: number, extent: number, unit: number): [from: number, extent: number] {
  const step = Math.max(1, unit * MARGIN)
  const start = Math.floor((from - extent * MARGIN) / step) * step
  const end = Math.ceil((from + extent * (1 + MARGIN)) / step) * step
  return [start, end - start]
}

export function readPart(part: string): Rectangle {
  const [x = 0, width = 0, y = 0, height = 0] = part.split(' ').map(Number)
  return { x, y, width, height }
}

export function touches(part: Rectangle, box: Rectangle): boolean {
  return (
    box.x < part.x + part.width &&
    part.x < box.x + box.width &&
    box.y < part.y + part.height &&
    part.y < box.y + box.height
  )
}

export function isNodeWithin(part: Rectangle, node: PlacedNode): boolean {
  return touches(part, node)
}

/** By the box around its points; most lines are short. */
export function isEdgeWithin(part: Rectangle, { points }: PlacedEdge): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return left <= part.x + part.width && part.x <= right && top <= part.y + part.height && part.y <= bottom
}
