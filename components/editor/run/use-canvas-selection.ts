'use client'

import { useSession, useSessionState } from '@/components/editor/session'
import { type RunSelection, useSelectionOf } from '@/components/execution/use-run-selection'
import type { RunView } from '@/server/model/run-view'

/** The selection of the editor's canvas, read as a selection within the run. */
export function useCanvasSelection(view: RunView): RunSelection {
  const { ui } = useSession()
  const selected = useSessionState((state) => state.selected)
  return useSelectionOf(view, selected, (ref) => ui.setState({ selected: ref, more: [] }))
}
