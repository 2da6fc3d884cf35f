'use client'

import { useCallback } from 'react'
import { focusNode } from '@/components/canvas/focus-node'
import { type EditorSession, useSession } from './session'

/** For what floats over the editor, when it closes: the keyboard goes back to what is selected, in the graph or the outline. */
export function useReturnFocus(): (event: Event) => void {
  const session = useSession()
  return useCallback(
    (event) => {
      event.preventDefault()
      returnFocus(session)
    },
    [session],
  )
}

function returnFocus({ ui }: EditorSession): void {
  const { keys, isOutlineOpen, selected } = ui.getState()
  const line = document.querySelector<HTMLElement>('[role="tree"] [role="treeitem"][tabindex="0"]')
  if (keys === 'outline' && isOutlineOpen && line) line.focus()
  else focusNode(selected)
}
