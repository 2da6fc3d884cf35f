'use client'

import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { memo, type PointerEvent, useMemo, useRef } from 'react'
import type { Layout, PlacedNode, Point } from '@/components/graph/layout-types'
import { type NodeDecoration, stateColor } from './node-decoration'

const SIZE = { width: 200, height: 150 } as const
const MARGIN = 8

interface OverviewProps {
  readonly layout: Layout
  readonly decorations: Readonly<Record<string, NodeDecoration>>
}

/** The whole sheet in a corner, one path per colour; the frame is what the canvas shows, and can be moved. */
export function Overview({ layout, decorations }: OverviewProps) {
  const { getViewport, setViewport } = useReactFlow()
  const isHeld = useRef(false)
  const scale = Math.min((SIZE.width - 2 * MARGIN) / layout.width, (SIZE.height - 2 * MARGIN) / layout.height)
  const origin = {
    x: (SIZE.width - layout.width * scale) / 2 - layout.left * scale,
    y: (SIZE.height - layout.height * scale) / 2 - layout.top * scale,
  }
  const moveTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const canvas = event.currentTarget.closest('.react-flow')?.getBoundingClientRect()
    if (!canvas) return
    const { zoom } = getViewport()
    const at = { x: (event.clientX - box.x - origin.x) / scale, y: (event.clientY - box.y - origin.y) / scale }
    void setViewport({ x: canvas.width / 2 - at.x * zoom, y: canvas.height / 2 - at.y * zoom, zoom })
  }
  return (
    <Panel position="bottom-right" className="graph-minimap">
      <div
        role="img"
        aria-label="Overview"
        style={SIZE}
        onPointerDown={(event) => {
          isHeld.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
          moveTo(event)
        }}
        onPointerMove={(event) => isHeld.current && moveTo(event)}
        onPointerUp={() => {
          isHeld.current = false
        }}
      >
        <svg {...SIZE} aria-hidden>
          <g transform={`translate(${origin.x} ${origin.y}) scale(${scale})`}>
            <Sheet nodes={layout.nodes} decorations={decorations} />
          </g>
        </svg>
        <SeenPart scale={scale} origin={origin} />
      </div>
    </Panel>
  )
}

interface SheetProps {
  readonly nodes: readonly PlacedNode[]
  readonly decorations: OverviewProps['decorations']
}

const Sheet = memo(function Sheet({ nodes, decorations }: SheetProps) {
  const paths = useMemo(() => [...pathsByColor(nodes, decorations)], [nodes, decorations])
  return paths.map(([color, path]) => <path key={color} d={path} style={{ fill: color }} />)
})

const camera = (state: { transform: readonly [number, number, number]; width: number; height: number }) =>
  `${state.transform.join(' ')} ${state.width} ${state.height}`

/** In a layer of its own: the sheet below is painted once, however the camera moves. */
function SeenPart({ scale, origin }: { readonly scale: number; readonly origin: Point }) {
  const [x = 0, y = 0, zoom = 1, width = 0, height = 0] = useStore(camera).split(' ').map(Number)
  const left = origin.x + (-x / zoom) * scale
  const top = origin.y + (-y / zoom) * scale
  return (
    <span
      className="graph-minimap-seen"
      style={{
        transform: `translate(${left}px, ${top}px)`,
        width: (width / zoom) * scale,
        height: (height / zoom) * scale,
      }}
    />
  )
}

const LINES: ReadonlySet<PlacedNode['kind']> = new Set(['loop', 'sub', 'merge'])

function pathsByColor(nodes: readonly PlacedNode[], decorations: SheetProps['decorations']): Map<string, string> {
  const paths = new Map<string, string[]>()
  for (const { id, kind, task, x, y, width, height } of nodes) {
    if (LINES.has(kind)) continue
    const color = stateColor(decorations[id], task) ?? 'var(--border-strong)'
    const path = `M${x} ${y}h${width}v${height}h${-width}z`
    const known = paths.get(color)
    if (known) known.push(path)
    else paths.set(color, [path])
  }
  return new Map([...paths].map(([color, parts]) => [color, parts.join('')]))
}
