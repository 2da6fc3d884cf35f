'use client'

import { useReactFlow } from '@xyflow/react'
import type { DragEvent } from 'react'
import { nearestEdge } from '@/components/graph/nearest-edge'
import { type CanvasEdits, TASK_TYPE_MIME } from './canvas-edits'
import type { CanvasModel } from './use-canvas-model'
import { DROP_REACH } from './use-node-drag'

/** A task type that is dragged in from the palette falls on the line that is nearest. */
export function useEdgeDrop({ layout, store }: CanvasModel, edits: CanvasEdits | null) {
  const { screenToFlowPosition } = useReactFlow()
  const edgeUnder = (event: DragEvent) => {
    if (edits === null || !event.dataTransfer.types.includes(TASK_TYPE_MIME)) return null
    event.preventDefault()
    return nearestEdge(layout.edges, screenToFlowPosition({ x: event.clientX, y: event.clientY }), DROP_REACH)
  }
  return {
    onDragOver: (event: DragEvent) => store.setState({ dropEdge: edgeUnder(event)?.id ?? null }),
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Element | null)) store.setState({ dropEdge: null })
    },
    onDrop: (event: DragEvent) => {
      const edge = edgeUnder(event)
      store.setState({ dropEdge: null })
      if (edge?.place) edits?.onDrop(edge.place, event.dataTransfer.getData(TASK_TYPE_MIME))
    },
  }
}
