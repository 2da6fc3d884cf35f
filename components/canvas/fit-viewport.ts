import type { Viewport } from '@xyflow/react'
import type { GraphDirection } from '@/server/model/graph-look'

interface Size {
  readonly width: number
  readonly height: number
}

interface Sheet extends Size {
  readonly left: number
  readonly top: number
}

const MARGIN = { x: 48, top: 32, bottom: 72 } as const

/**
 * The whole graph, centred across the flow and from where it begins. Never larger than life; never smaller than
 * `minZoom`, then it starts at Start.
 */
export function fitViewport(
  graph: Sheet & { readonly direction: GraphDirection },
  canvas: Size,
  minZoom: number,
): Viewport {
  const across = (canvas.width - 2 * MARGIN.x) / Math.max(1, graph.width)
  const down = (canvas.height - MARGIN.top - MARGIN.bottom) / Math.max(1, graph.height)
  const zoom = Math.max(minZoom, Math.min(1, across, down))
  const x = Math.round((canvas.width - graph.width * zoom) / 2 - graph.left * zoom)
  if (graph.direction === 'down') return { x, y: MARGIN.top, zoom }
  const room = canvas.height - MARGIN.top - MARGIN.bottom
  const y = Math.round(MARGIN.top + (room - graph.height * zoom) / 2 - graph.top * zoom)
  return { x: graph.width * zoom <= canvas.width - 2 * MARGIN.x ? x : MARGIN.x, y, zoom }
}

const CLOSEST = 1.25

/** A part of the graph in the middle, as large as it fits. */
export function zoomTo(part: Size & { readonly x: number; readonly y: number }, canvas: Size): Viewport {
  const across = (canvas.width - 2 * MARGIN.x) / Math.max(1, part.width)
  const down = (canvas.height - MARGIN.top - MARGIN.bottom) / Math.max(1, part.height)
  const zoom = Math.min(CLOSEST, across, down)
  const x = canvas.width / 2 - (part.x + part.width / 2) * zoom
  return { x, y: (canvas.height - MARGIN.bottom + MARGIN.top) / 2 - (part.y + part.height / 2) * zoom, zoom }
}
