'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useDocument, useSession } from '@/components/editor/session'
import { allReferences } from '@/components/graph/references'
import { Button } from '@/components/ui/button'
import { formatAgo } from '@/components/ui/format-time'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/textarea'
import { useNotes } from './use-notes'

export interface NotesPartProps {
  /** Null: of the workflow itself, and those whose task is gone. */
  readonly reference: string | null
}

/** The same notes in the form: to read and write them without the canvas. */
export function NotesPart({ reference }: NotesPartProps) {
  const { ui, editable } = useSession()
  const notes = useNotes()
  const definition = useDocument((state) => state.definition)
  const refs = allReferences(definition)
  const shown = notes.notes.filter((note) =>
    reference === null ? note.ref === null || !refs.has(note.ref) : note.ref === reference,
  )
  if (!editable && shown.length === 0) return null
  return (
    <section aria-label="Notes" className="grid gap-2">
      <header className="flex items-center">
        <h3 className="flex-1 text-sm font-medium text-text-2">Notes</h3>
        {editable ? (
          <Button variant="ghost" onClick={() => ui.setState({ noteWanted: { ref: reference } })}>
            <Plus strokeWidth={1.5} aria-hidden /> Add a note
          </Button>
        ) : null}
      </header>
      {shown.map((note, i) => (
        <div key={note.id} className="grid gap-1">
          <div className="flex items-start gap-1">
            <Textarea
              aria-label={`Note ${i + 1}`}
              rows={2}
              className="min-h-14"
              maxLength={4_000}
              readOnly={!editable}
              value={note.text}
              onChange={(event) => notes.change(note, { text: event.target.value })}
            />
            {editable ? (
              <IconButton label={`Remove note ${i + 1}`} icon={Trash2} onClick={() => notes.remove(note)} />
            ) : null}
          </div>
          <p className="text-sm text-text-2">
            {note.ref !== null && reference === null ? `Of ${note.ref}, which is gone · ` : ''}
            Saved · {note.updatedBy} · {formatAgo(note.updatedAt, Date.now())}
          </p>
        </div>
      ))}
    </section>
  )
}
