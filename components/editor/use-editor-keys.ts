'use client'

import { useEffect } from 'react'
import { chordOf, commandFor } from '@/components/ui/key-chord'
import { EDITOR_KEYS, type EditorCommand } from './editor-keys'
import type { EditorSession } from './session'
import { toggleOutline } from './toggle-outline'
import type { SaveMode } from './use-save'

export interface EditorKeys {
  readonly session: EditorSession
  readonly onSave: (mode: SaveMode) => void
  readonly onRun: () => void
}

/** ⌘Z and ⇧⌘Z over both views, ⌘S, ⌘↵. None of them is taken from the browser but saving the page. */
export function useEditorKeys({ session, onSave, onRun }: EditorKeys): void {
  useEffect(() => {
    const actions: Readonly<Record<EditorCommand, () => void>> = {
      undo: session.document.undo,
      redo: session.document.redo,
      save: () => onSave('overwrite'),
      saveAsNew: () => onSave('new-version'),
      run: onRun,
      outline: () => toggleOutline(session),
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commandFor(EDITOR_KEYS, chordOf(event))
      // A dialog over the editor has its own keys; Monaco passes undo on to the same document by itself.
      if (command === undefined || document.querySelector('[role="dialog"][data-state="open"]')) return
      event.preventDefault()
      actions[command]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session, onSave, onRun])
}
