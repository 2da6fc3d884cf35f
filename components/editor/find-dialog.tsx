'use client'

import { FindView } from './find-view'
import { useReturnFocus } from './return-focus'
import { useDocument, useSession, useSessionState } from './session'

/** Finds a task of the document. */
export function FindDialog() {
  const { ui } = useSession()
  const isOpen = useSessionState((state) => state.over === 'find')
  const definition = useDocument((state) => state.definition)
  const returnFocus = useReturnFocus()
  return (
    <FindView
      {...{ isOpen, definition, returnFocus }}
      onClose={() => ui.setState({ over: null })}
      onFound={(id) => ui.setState({ selected: id, over: null })}
    />
  )
}
