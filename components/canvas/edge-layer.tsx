'use client'

import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo, useState } from 'react'
import { edgePath } from '@/components/graph/edge-path'
import { END_ID, type PlacedEdge, START_ID } from '@/components/graph/layout-types'
import { STATUS_LOOK } from '@/components/ui/status'
import { useCanvasEdits } from './canvas-edits'
import { useCanvasState } from './canvas-state'

interface EdgeLayerProps {
  readonly edges: readonly PlacedEdge[]
  /** Every line has its `+` ready; in a large graph only the one under the hand. */
  readonly isWhole: boolean
}

/** All lines in one drawing. xyflow would give each a drawing and subscriptions of its own. */
export const EdgeLayer = memo(function EdgeLayer({ edges, isWhole }: EdgeLayerProps) {
  return (
    <ViewportPortal>
      <div className="graph-lines">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg className="graph-edges" role="group" aria-label="Lines">
          {edges.map((edge) => (
            <EdgeView key={edge.id} edge={edge} isWhole={isWhole} />
          ))}
        </svg>
      </div>
    </ViewportPortal>
  )
})

/** An orthogonal line; over it, in a run, the path that control has taken. */
const EdgeView = memo(function EdgeView({ edge, isWhole }: { readonly edge: PlacedEdge; readonly isWhole: boolean }) {
  const state = useCanvasState((canvas) => canvas.edges.get(edge.id))
  const isTarget = useCanvasState((canvas) => canvas.dropEdge === edge.id)
  const isBesideSelection = useCanvasState((canvas) => canvas.selected === edge.source)
  const edits = useCanvasEdits()
  const path = useMemo(() => edgePath(edge.points), [edge])
  const [isOver, setOver] = useState(false)
  const line = <path className="graph-edge" d={path} data-state={state?.kind} />
  const taken =
    state?.kind === 'taken' ? (
      <path className="graph-edge-taken" d={path} pathLength={1} style={{ stroke: STATUS_LOOK[state.status].color }} />
    ) : null
  if (edits === null || edge.place === null) {
    return (
      <>
        {line}
        {taken}
      </>
    )
  }
  const { place } = edge
  const isOnlyOne = edge.source === START_ID && edge.target === END_ID
  const shown = isTarget ? 'drop' : isBesideSelection || isOnlyOne || (isOver && !isWhole) ? 'always' : undefined
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu of a line; its + is the button
    <g
      className="graph-line-group"
      onPointerEnter={isWhole ? undefined : () => setOver(true)}
      onPointerLeave={isWhole ? undefined : () => setOver(false)}
      onContextMenu={(event) => {
        event.preventDefault()
        edits.onEdgeMenu(place, { x: event.clientX, y: event.clientY })
      }}
    >
      <path className="graph-edge-hit" d={path} />
      {line}
      {taken}
      {isWhole || shown !== undefined ? <PlusButton edge={edge} shown={shown} /> : null}
    </g>
  )
})

function PlusButton({ edge, shown }: { readonly edge: PlacedEdge; readonly shown: string | undefined }) {
  const edits = useCanvasEdits()
  const { place, plus } = edge
  if (edits === null || place === null) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside an SVG
    <g
      role="button"
      tabIndex={-1}
      aria-label={`Insert a task after ${edge.source}`}
      className="graph-plus"
      data-shown={shown}
      transform={`translate(${plus.x} ${plus.y})`}
      onClick={(event) => {
        event.stopPropagation()
        edits.onInsertAt(place, event.currentTarget.getBoundingClientRect())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') edits.onInsertAt(place, event.currentTarget.getBoundingClientRect())
      }}
    >
      <circle className="graph-plus-hit" r={14} />
      <circle className="graph-plus-disc" r={7.5} />
      <path d="M-3.5 0H3.5M0 -3.5V3.5" />
    </g>
  )
}
