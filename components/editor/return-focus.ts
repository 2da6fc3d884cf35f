'use client'

import { useCallback } from 'react'
import { focusNode } from '@/components/canvas/focus-node'
import { type EditorSession, useSession } from './session'

/** For what floats over the editor, when it closes: the keyboard goes back to the graph and to what is selected. */
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
  focusNode(ui.getState().selected)
}
