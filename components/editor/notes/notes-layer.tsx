'use client'

import { useNodes, useReactFlow, ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import { useSession, useSessionState } from '@/components/editor/session'
import { StickyNote } from './sticky-note'
import { useNotes, useStoreAnchors } from './use-notes'

const GAP = 24

/** The notes over the graph. One about a task stands beside it and moves along. */
export function NotesLayer() {
  const { ui, editable } = useSession()
  const notes = useNotes()
  const nodes = useNodes()
  const wanted = useSessionState((state) => state.noteWanted)
  const { screenToFlowPosition } = useReactFlow()
  useStoreAnchors(notes)
  useEffect(() => {
    if (wanted === null || ui.getState().noteWanted === null) return
    ui.setState({ noteWanted: null })
    const { ref } = wanted
    const node = nodes.find(({ id }) => id === ref)
    const free = screenToFlowPosition({ x: window.innerWidth / 2 - 100, y: window.innerHeight / 3 })
    const place = node ? { x: (node.width ?? 0) + GAP, y: 0 } : { x: Math.round(free.x), y: Math.round(free.y) }
    notes.add({ ref: node ? ref : null, ...place })
  }, [wanted, ui, nodes, notes, screenToFlowPosition])
  const placeOf = new Map(nodes.map(({ id, position }) => [id, position]))
  return (
    <ViewportPortal>
      {notes.notes.map((note) => {
        const anchor = note.ref === null ? null : placeOf.get(note.ref)
        // What is not drawn now has its notes drawn with it.
        if (note.ref !== null && anchor === undefined) return null
        const at = { x: note.x + (anchor?.x ?? 0), y: note.y + (anchor?.y ?? 0) }
        return <StickyNote key={note.id} note={note} at={at} about={note.ref} notes={notes} editable={editable} />
      })}
    </ViewportPortal>
  )
}
