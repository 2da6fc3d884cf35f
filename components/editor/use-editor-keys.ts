'use client'

import { useEffect } from 'react'
import type { EditorSession } from './session'
import type { SaveMode } from './use-save'

export interface EditorKeys {
  readonly session: EditorSession
  readonly onSave: (mode: SaveMode) => void
  readonly onRun: () => void
}

/** ⌘Z and ⇧⌘Z over both views, ⌘S, ⌘↵. None of them is taken from the browser but saving the page. */
export function useEditorKeys({ session, onSave, onRun }: EditorKeys): void {
  useEffect(() => {
    const actions: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
      z: (event) => (event.shiftKey ? session.document.redo() : session.document.undo()),
      y: () => session.document.redo(),
      s: (event) => onSave(event.shiftKey ? 'new-version' : 'overwrite'),
      enter: onRun,
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.defaultPrevented) return
      const action = actions[event.key.toLowerCase()]
      // A dialog over the editor has its own keys; Monaco passes undo on to the same document by itself.
      if (action === undefined || document.querySelector('[role="dialog"][data-state="open"]')) return
      event.preventDefault()
      action(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session, onSave, onRun])
}
