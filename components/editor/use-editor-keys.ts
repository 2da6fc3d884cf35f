'use client'

import { useEffect, useMemo, useRef } from 'react'
import { type PageAction, usePageActions } from '@/components/shell/page-actions'
import { fetchPart } from '@/components/ui/fetch-part'
import { chordKeys, chordOf, commandFor } from '@/components/ui/key-chord'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { EDITOR_KEYS, EDITOR_LABELS, type EditorCommand } from './editor-keys'
import type { graphActions } from './graph-actions'
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
  const actions = useMemo(
    (): Readonly<Record<EditorCommand, () => void>> => ({
      undo: session.document.undo,
      redo: session.document.redo,
      save: () => onSave('overwrite'),
      saveAsNew: () => onSave('new-version'),
      run: onRun,
      outline: () => toggleOutline(session),
    }),
    [session, onSave, onRun],
  )
  const actionsOf = useRef<typeof graphActions | null>(null)
  const isAfterPaint = useAfterPaint()
  useEffect(() => {
    if (!isAfterPaint) return
    void fetchPart(() => import('./graph-actions')).then((module) => {
      actionsOf.current = module.graphActions
    })
  }, [isAfterPaint])
  usePageActions('Selected task', () => (actionsOf.current ? selectedActions(session, actionsOf.current) : []))
  usePageActions('Editor', () => [
    ...(Object.keys(EDITOR_LABELS) as EditorCommand[]).map((command) => ({
      label: EDITOR_LABELS[command],
      shortcut: chordKeys(EDITOR_KEYS[command][0]),
      run: actions[command],
    })),
    { label: 'Versions and differences', run: () => session.ui.setState({ over: 'versions' }) },
    { label: 'Import', run: () => session.ui.setState({ over: 'import', importTexts: [] }) },
  ])
  useEffect(() => {
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
  }, [actions])
}

function selectedActions(session: EditorSession, actionsOf: typeof graphActions): readonly PageAction[] {
  const { selected, run } = session.ui.getState()
  if (selected === null || run !== null || !session.editable || session.document.getState().problem !== null) return []
  const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(selected)}"]`)
  const { x, y } = node?.getBoundingClientRect() ?? new DOMRect()
  return actionsOf(session, { kind: 'node', id: selected, x, y }).flat()
}
