'use client'

import { memo } from 'react'
import type { PlacedNode } from '@/components/graph/layout-types'
import { useCanvasState } from './canvas-state'

interface PillNodeProps {
  readonly data: { readonly node: PlacedNode }
}

export const StartNode = memo(function StartNode() {
  return <div className="graph-pill">Start</div>
})

export const EndNode = memo(function EndNode() {
  return <div className="graph-pill">End</div>
})

/** The label of a SWITCH's case, on the line that leads into it. */
export const CaseNode = memo(function CaseNode({ data: { node } }: PillNodeProps) {
  const isSelected = useCanvasState((state) => state.selected === node.id)
  const edge = useCanvasState((state) => state.edges.get(`${node.owner}→${node.id}`))
  const state = edge?.kind ?? 'idle'
  return (
    <div className="graph-pill graph-case" data-state={state} data-selected={isSelected || undefined}>
      <span className="truncate">{node.caseKey ?? 'default'}</span>
    </div>
  )
})

/** Where the cases of a SWITCH meet again: lines only. */
export const MergeNode = memo(function MergeNode() {
  return null
})
