'use client'

import { Plus } from 'lucide-react'
import { useCanvasEdits } from './canvas-edits'
import { useCanvasState } from './canvas-state'

/** Adds a branch to a fork or a case to a switch, in place; shown where the hand or the selection is. */
export function AddButton({ id, label }: { readonly id: string; readonly label: string }) {
  const edits = useCanvasEdits()
  const isSelected = useCanvasState((state) => state.selected === id)
  if (edits === null) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="graph-add nodrag"
      data-shown={isSelected || undefined}
      aria-label={`${label}: ${id}`}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        edits.onAddBranch(id, event.currentTarget.getBoundingClientRect())
      }}
    >
      <Plus className="size-3" aria-hidden />
    </button>
  )
}
