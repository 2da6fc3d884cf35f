'use client'

import { useReactFlow, useStore } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Layout, PlacedNode } from '@/components/graph/layout-types'
import { fitViewport, zoomTo } from './fit-viewport'
import type { GraphCanvasProps } from './graph-canvas-props'

const OPENING_ZOOM = 0.5
const SMALLEST_ZOOM = 0.1
const MOVE_MS = 180
const EDGE_MARGIN = 16

export interface CanvasView {
  readonly container: RefObject<HTMLDivElement | null>
  readonly fit: () => void
  readonly reveal: (id: string) => void
  readonly zoom: (by: 'in' | 'out' | 'life') => void
  /** The camera goes to these nodes, as near as they fit. */
  readonly zoomTo: (ids: readonly string[]) => void
}

const canvasWidth = (state: { width: number }) => state.width

/** The camera: it fits once when the canvas first has a size, and afterwards moves only when asked. */
export function useCanvasView(layout: Layout, { reveal: wanted = null, camera }: GraphCanvasProps): CanvasView {
  const container = useRef<HTMLDivElement>(null)
  const { setViewport, getViewport, zoomIn, zoomOut, zoomTo: scaleTo } = useReactFlow()
  const width = useStore(canvasWidth)
  const hasSize = width > 0
  const current = useRef(layout)
  useEffect(() => {
    current.current = layout
  }, [layout])

  const fitTo = useCallback(
    (minZoom: number, duration: number) => {
      const size = container.current?.getBoundingClientRect()
      if (size) void setViewport(fitViewport(current.current, size, minZoom), { duration })
    },
    [setViewport],
  )

  const { direction } = layout
  // biome-ignore lint/correctness/useExhaustiveDependencies: a graph that was turned is looked at anew
  useEffect(() => {
    if (!hasSize) return
    const kept = camera?.current
    if (camera) camera.current = null
    if (kept && kept.width === width) void setViewport(kept.viewport)
    else fitTo(OPENING_ZOOM, 0)
  }, [hasSize, fitTo, direction])

  const widthNow = useRef(width)
  widthNow.current = width
  useLayoutEffect(
    () => () => {
      if (camera) camera.current = { viewport: getViewport(), width: widthNow.current }
    },
    [camera, getViewport],
  )

  const reveal = useCallback(
    (id: string) => {
      const node = current.current.nodes.find((one) => one.id === id)
      const size = container.current?.getBoundingClientRect()
      if (!node || !size) return
      const { x, y, zoom } = getViewport()
      const center = { x: (node.x + node.width / 2) * zoom + x, y: (node.y + Math.min(node.height, 60) / 2) * zoom + y }
      const dx = outside(center.x, size.width, (node.width / 2) * zoom + EDGE_MARGIN)
      const dy = outside(center.y, size.height, (Math.min(node.height, 60) / 2) * zoom + EDGE_MARGIN)
      if (dx !== 0 || dy !== 0) void setViewport({ x: x - dx, y: y - dy, zoom }, { duration: moveMs() })
    },
    [getViewport, setViewport],
  )
  useEffect(() => {
    if (wanted !== null) reveal(wanted)
  }, [wanted, reveal])

  return {
    container,
    reveal,
    fit: useCallback(() => fitTo(SMALLEST_ZOOM, moveMs()), [fitTo]),
    zoom: useCallback(
      (by) => {
        const duration = moveMs()
        void (by === 'life' ? scaleTo(1, { duration }) : by === 'in' ? zoomIn({ duration }) : zoomOut({ duration }))
      },
      [zoomIn, zoomOut, scaleTo],
    ),
    zoomTo: useCallback(
      (ids) => {
        const nodes = current.current.nodes.filter((node) => ids.includes(node.id))
        const size = container.current?.getBoundingClientRect()
        if (nodes.length > 0 && size) void setViewport(zoomTo(around(nodes), size), { duration: moveMs() })
      },
      [setViewport],
    ),
  }
}

/** Who asked for less motion sees the camera arrive, not travel. */
function moveMs(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS
}

function around(nodes: readonly PlacedNode[]) {
  const left = Math.min(...nodes.map((node) => node.x))
  const top = Math.min(...nodes.map((node) => node.y))
  const right = Math.max(...nodes.map((node) => node.x + node.width))
  const bottom = Math.max(...nodes.map((node) => node.y + node.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** How far the camera must move so that the point keeps its margin; 0 when it already does. */
function outside(at: number, extent: number, margin: number): number {
  const room = Math.min(margin, extent / 2)
  if (at < room) return at - room
  if (at > extent - room) return at - (extent - room)
  return 0
}
