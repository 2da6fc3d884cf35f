'use client'

import { useReturnFocus } from './return-focus'
import { useSession, useSessionState } from './session'
import { shortcutGroups } from './shortcut-groups'
import { ShortcutsView } from './shortcuts-view'

/** Every key that the editor listens to. */
export function ShortcutsDialog() {
  const { ui, editable } = useSession()
  const isOpen = useSessionState((state) => state.over === 'shortcuts')
  const returnFocus = useReturnFocus()
  const groups = shortcutGroups(editable)
  return <ShortcutsView {...{ isOpen, returnFocus, groups }} onClose={() => ui.setState({ over: null })} />
}
