'use client'

import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { useEffect, useMemo } from 'react'
import { useLayout } from '@/components/canvas/layout-context'
import { useSession, useSessionState } from '@/components/editor/session'
import { StickyNote } from './sticky-note'
import { useNotes, useStoreAnchors } from './use-notes'

const GAP = 24

/** The notes over the graph. One about a task stands beside it and moves along. */
export function NotesLayer() {
  const { ui, editable } = useSession()
  const notes = useNotes()
  const { nodes } = useLayout()
  const wanted = useSessionState((state) => state.noteWanted)
  const { screenToFlowPosition } = useReactFlow()
  useStoreAnchors(notes)
  useEffect(() => {
    if (wanted === null || ui.getState().noteWanted === null) return
    ui.setState({ noteWanted: null })
    const { ref } = wanted
    const node = nodes.find(({ id }) => id === ref)
    const free = screenToFlowPosition({ x: window.innerWidth / 2 - 100, y: window.innerHeight / 3 })
    const place = node ? { x: node.width + GAP, y: 0 } : { x: Math.round(free.x), y: Math.round(free.y) }
    notes.add({ ref: node ? ref : null, ...place })
  }, [wanted, ui, nodes, notes, screenToFlowPosition])
  const placeOf = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes])
  return (
    <ViewportPortal>
      {notes.notes.map((note) => {
        const anchor = note.ref === null ? null : placeOf.get(note.ref)
        // What is folded away has its notes folded with it.
        if (note.ref !== null && anchor === undefined) return null
        const at = { x: note.x + (anchor?.x ?? 0), y: note.y + (anchor?.y ?? 0) }
        return <StickyNote key={note.id} note={note} at={at} about={note.ref} notes={notes} editable={editable} />
      })}
    </ViewportPortal>
  )
}
