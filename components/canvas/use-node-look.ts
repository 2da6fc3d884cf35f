'use client'

import { useShallow } from 'zustand/react/shallow'
import { taskType } from '@/components/graph/definition'
import type { PlacedNode } from '@/components/graph/layout-types'
import { type DisplayStatus, STATUS_LOOK } from '@/components/ui/status'
import { type CanvasState, type ProblemMark, useCanvasState } from './canvas-state'
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

/** One subscription per node: with a thousand of them on the screen each one counts. */
export function useNodeLook(node: PlacedNode): NodeLook {
  const slice = useCanvasState(useShallow((state) => sliceOf(state, node.id)))
  const { decoration, problem, moves, isFar } = slice
  const status = displayStatus(decoration, node.task === null ? '' : taskType(node.task))
  return {
    decoration,
    status,
    problem,
    moves,
    isFar,
    attributes: {
      'data-status': status ?? undefined,
      'data-selected': slice.isSelected || undefined,
      'data-dragged': slice.isDragged || undefined,
      'data-fresh': slice.isFresh || undefined,
      style: status === null ? {} : ({ '--ring': STATUS_LOOK[status].color } as React.CSSProperties),
    },
  }
}

function sliceOf(state: CanvasState, id: string) {
  return {
    decoration: state.decorations[id],
    problem: state.problems[id],
    isSelected: state.selected === id || state.alsoSelected.includes(id),
    isDragged: state.drag?.id === id,
    moves: state.moving.has(id),
    isFresh: state.fresh.has(id),
    isFar: state.isFar,
  }
}
