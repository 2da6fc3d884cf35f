import type { ClipboardEvent } from 'react'
import type { CanvasEdits } from './canvas-edits'

/** The browser's own copy, cut and paste, while the graph or its outline has the focus. */
export function clipboardEvents(edits: CanvasEdits | null) {
  const give = (event: ClipboardEvent, text: string | null | undefined) => {
    if (text === null || text === undefined) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }
  return {
    onCopy: (event: ClipboardEvent) => isOnGraph(event.target) && give(event, edits?.onCopy()),
    onCut: (event: ClipboardEvent) => isOnGraph(event.target) && give(event, edits?.onCut()),
    onPaste: (event: ClipboardEvent) => {
      if (edits === null || !isOnGraph(event.target)) return
      event.preventDefault()
      edits.onPaste(event.clipboardData.getData('text/plain'))
    },
  }
}

/** Keys pressed on a button of the controls or in a popover are not the graph's. */
export function isOnGraph(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input, textarea, [role="menu"]') === null
}
