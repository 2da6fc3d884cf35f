'use client'

import { taskType } from '@/components/graph/definition'
import type { PlacedNode } from '@/components/graph/layout-types'
import { type DisplayStatus, STATUS_LOOK } from '@/components/ui/status'
import { type ProblemMark, useCanvasState } from './canvas-state'
import { displayStatus, type NodeDecoration } from './node-decoration'

export interface NodeLook {
  readonly decoration: NodeDecoration | undefined
  readonly status: DisplayStatus | null
  readonly problem: ProblemMark | undefined
  readonly moves: boolean
  /** No text can be read at this size. */
  readonly isFar: boolean
  /** For the element that carries ring and selection. */
  readonly attributes: {
    readonly 'data-status': string | undefined
    readonly 'data-selected': true | undefined
    readonly 'data-dragged': true | undefined
    readonly 'data-fresh': true | undefined
    readonly style: React.CSSProperties
  }
}

export function useNodeLook(node: PlacedNode): NodeLook {
  const decoration = useCanvasState((state) => state.decorations[node.id])
  const problem = useCanvasState((state) => state.problems[node.id])
  const isSelected = useCanvasState((state) => state.selected === node.id || state.alsoSelected.includes(node.id))
  const isDragged = useCanvasState((state) => state.drag?.id === node.id)
  const moves = useCanvasState((state) => state.moving.has(node.id))
  const isFresh = useCanvasState((state) => state.fresh.has(node.id))
  const isFar = useCanvasState((state) => state.isFar)
  const status = displayStatus(decoration, node.task === null ? '' : taskType(node.task))
  return {
    decoration,
    status,
    problem,
    moves,
    isFar,
    attributes: {
      'data-status': status ?? undefined,
      'data-selected': isSelected || undefined,
      'data-dragged': isDragged || undefined,
      'data-fresh': isFresh || undefined,
      style: status === null ? {} : ({ '--ring': STATUS_LOOK[status].color } as React.CSSProperties),
    },
  }
}
