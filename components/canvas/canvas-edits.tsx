'use client'

import { createContext, useContext } from 'react'
import type { Place } from '@/components/graph/definition'
import type { Wrapping } from '@/components/graph/edits/wrap'
import type { Point } from '@/components/graph/layout-types'

/** What the editor does when the canvas is touched; without it the canvas only shows. */
export interface CanvasEdits {
  /** `anchor` is where the `+` is on the screen. */
  readonly onInsertAt: (place: Place, anchor: DOMRect) => void
  /** A task type dragged from the palette. */
  readonly onDrop: (place: Place, taskType: string) => void
  readonly onInsertAfter: (id: string, anchor: DOMRect) => void
  readonly onInsertBefore: (id: string, anchor: DOMRect) => void
  /** First into a loop or a case; a fork or a switch gets a branch. */
  readonly onInsertInside: (id: string, anchor: DOMRect) => void
  readonly onAddBranch: (id: string, anchor: DOMRect) => void
  readonly onDelete: (id: string) => void
  readonly onDuplicate: (id: string) => void
  readonly onMove: (id: string, by: -1 | 1) => void
  /** A node dragged onto an edge. */
  readonly onMoveTo: (id: string, place: Place) => void
  /** Shift and a click: one more task is selected, or one less. */
  readonly onToggle: (id: string) => void
  /** These and nothing else: what a lasso caught. */
  readonly onSelectAll: (ids: readonly string[]) => void
  /** The selection as text; null when there is none. */
  readonly onCopy: () => string | null
  readonly onCut: () => string | null
  readonly onPaste: (text: string) => void
  /** Puts the selection into a new container, or the tasks of one in its place. */
  readonly onWrap: (type: Wrapping) => void
  /** Puts the selection into a workflow of its own. */
  readonly onExtract: () => void
  readonly onUnwrap: (id: string) => void
  readonly onNodeMenu: (id: string, at: Point) => void
  readonly onEdgeMenu: (place: Place, at: Point) => void
  readonly canMoveTo: (id: string, place: Place) => boolean
}

export const TASK_TYPE_MIME = 'application/x-conductor-task-type'

const EditsContext = createContext<CanvasEdits | null>(null)
export const CanvasEditsProvider = EditsContext.Provider

export function useCanvasEdits(): CanvasEdits | null {
  return useContext(EditsContext)
}
