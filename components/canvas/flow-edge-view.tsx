'use client'

import { memo, useMemo } from 'react'
import { edgePath } from '@/components/graph/edge-path'
import { END_ID, type PlacedEdge, START_ID } from '@/components/graph/layout-types'
import { STATUS_LOOK } from '@/components/ui/status'
import { useCanvasEdits } from './canvas-edits'
import { useCanvasState } from './canvas-state'

interface FlowEdgeViewProps {
  readonly data?: { readonly edge: PlacedEdge }
}

/** An orthogonal line; over it, in a run, the path that control has taken. */
export const FlowEdgeView = memo(function FlowEdgeView({ data }: FlowEdgeViewProps) {
  const edge = data?.edge as PlacedEdge
  const state = useCanvasState((canvas) => canvas.edges.get(edge.id))
  const isTarget = useCanvasState((canvas) => canvas.dropEdge === edge.id)
  const isBesideSelection = useCanvasState((canvas) => canvas.selected === edge.source)
  const edits = useCanvasEdits()
  const path = useMemo(() => edgePath(edge.points), [edge])
  const isWholeWorkflow = edge.source === START_ID && edge.target === END_ID
  const shown = isTarget ? 'drop' : isBesideSelection || isWholeWorkflow ? 'always' : undefined
  return (
    <>
      <path className="graph-edge-hit" d={path} />
      <path className="graph-edge" d={path} data-state={state?.kind} />
      {state?.kind === 'taken' ? (
        <path
          className="graph-edge-taken"
          d={path}
          pathLength={1}
          style={{ stroke: STATUS_LOOK[state.status].color }}
        />
      ) : null}
      {edits !== null && edge.place !== null ? <PlusButton edge={edge} shown={shown} /> : null}
    </>
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
