'use client'

import { ChevronsDownUp, ChevronsUpDown, SquareArrowOutUpRight } from 'lucide-react'
import { useCanvasState } from './canvas-state'
import { useLook } from './look-context'

interface FoldButtonProps {
  readonly id: string
  readonly isFolded: boolean
  /** A sub-workflow is opened and closed, any other container collapsed and expanded. */
  readonly isSub?: boolean
}

/** Puts the inside of a container away or shows it; there where the hand or the selection is, and while it is folded. */
export function FoldButton({ id, isFolded, isSub = false }: FoldButtonProps) {
  const look = useLook()
  const isSelected = useCanvasState((state) => state.selected === id)
  if (look === null) return null
  const verb = isSub ? (isFolded ? 'Show what it runs' : 'Hide what it runs') : isFolded ? 'Expand' : 'Collapse'
  const Icon = isFolded ? ChevronsUpDown : ChevronsDownUp
  return (
    <button
      type="button"
      tabIndex={-1}
      className="graph-fold nodrag"
      data-shown={isSelected || (isFolded && !isSub) || undefined}
      aria-label={`${verb}: ${id}`}
      title={verb}
      onClick={(event) => {
        event.stopPropagation()
        look.onFold(id)
      }}
    >
      <Icon className="size-3.5" strokeWidth={1.5} aria-hidden />
    </button>
  )
}

export function VisitButton({ id }: { readonly id: string }) {
  const look = useLook()
  if (look === null) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="graph-fold nodrag"
      data-shown
      aria-label={`Open the workflow of ${id}`}
      title="Open this workflow"
      onClick={(event) => {
        event.stopPropagation()
        look.onVisit(id)
      }}
    >
      <SquareArrowOutUpRight className="size-3.5" strokeWidth={1.5} aria-hidden />
    </button>
  )
}
