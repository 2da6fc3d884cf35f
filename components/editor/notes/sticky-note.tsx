'use client'

import { useReactFlow } from '@xyflow/react'
import { GripHorizontal, X } from 'lucide-react'
import { type PointerEvent, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { Note } from '@/server/model/draft'
import type { Notes } from './use-notes'

export interface StickyNoteProps {
  readonly note: Note
  /** Where it stands on the canvas. */
  readonly at: { readonly x: number; readonly y: number }
  readonly about: string | null
  readonly notes: Notes
  readonly editable: boolean
}

interface Drag {
  readonly x: number
  readonly y: number
}

/** A remark that stands on the canvas, over the arcs of data; it goes where its task goes. */
export function StickyNote({ note, at, about, notes, editable }: StickyNoteProps) {
  const { getZoom } = useReactFlow()
  const from = useRef<Drag | null>(null)
  const [moved, setMoved] = useState<Drag>({ x: 0, y: 0 })
  const label = about === null ? 'Note' : `Note on ${about}`
  const onMove = (event: PointerEvent) => {
    if (from.current === null) return
    const zoom = getZoom()
    setMoved({ x: (event.clientX - from.current.x) / zoom, y: (event.clientY - from.current.y) / zoom })
  }
  const onDrop = () => {
    if (from.current === null) return
    from.current = null
    setMoved({ x: 0, y: 0 })
    if (moved.x !== 0 || moved.y !== 0)
      notes.change(note, { x: Math.round(note.x + moved.x), y: Math.round(note.y + moved.y) })
  }
  return (
    <section
      aria-label={label}
      className="nopan nodrag nowheel pointer-events-auto absolute z-[301] grid w-52 rounded-md border has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-1 has-[textarea:focus-visible]:outline-accent border-status-completed-with-errors bg-[color-mix(in_srgb,var(--status-completed-with-errors)_10%,var(--surface))] shadow-float"
      style={{ transform: `translate(${at.x + moved.x}px, ${at.y + moved.y}px)` }}
    >
      <header className="flex h-6 items-center gap-1 pl-2">
        {editable ? (
          <span
            aria-hidden
            className="flex flex-1 cursor-grab touch-none items-center gap-1.5 truncate text-xs text-text-2"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              from.current = { x: event.clientX, y: event.clientY }
            }}
            onPointerMove={onMove}
            onPointerUp={onDrop}
            onPointerCancel={onDrop}
          >
            <GripHorizontal className="size-3.5 shrink-0" strokeWidth={1.5} />
            <span className="truncate">{note.updatedBy}</span>
          </span>
        ) : (
          <span className="flex-1 truncate text-xs text-text-2">{note.updatedBy}</span>
        )}
        {editable ? (
          <IconButton label={`Remove: ${label}`} icon={X} className="size-6" onClick={() => notes.remove(note)} />
        ) : null}
      </header>
      <textarea
        aria-label={label}
        readOnly={!editable}
        placeholder="Write a note"
        value={note.text}
        rows={Math.min(10, Math.max(2, note.text.split('\n').length + Math.floor(note.text.length / 28)))}
        maxLength={4_000}
        onChange={(event) => notes.change(note, { text: event.target.value })}
        onKeyDown={(event) => event.stopPropagation()}
        className="resize-none bg-transparent px-2 pb-2 text-sm leading-[1.4] text-text outline-none placeholder:text-text-2"
      />
    </section>
  )
}
