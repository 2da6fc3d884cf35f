import type { Viewport } from '@xyflow/react'

interface Size {
  readonly width: number
  readonly height: number
}

interface Sheet extends Size {
  readonly left: number
}

const MARGIN = { x: 48, top: 32, bottom: 72 } as const

/** The whole graph, centred and from the top. Never larger than life; never smaller than `minZoom`, then it starts at Start. */
export function fitViewport(graph: Sheet, canvas: Size, minZoom: number): Viewport {
  const across = (canvas.width - 2 * MARGIN.x) / Math.max(1, graph.width)
  const down = (canvas.height - MARGIN.top - MARGIN.bottom) / Math.max(1, graph.height)
  const zoom = Math.max(minZoom, Math.min(1, across, down))
  const x = Math.round((canvas.width - graph.width * zoom) / 2 - graph.left * zoom)
  return { x, y: MARGIN.top, zoom }
}
