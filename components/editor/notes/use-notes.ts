'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC, useTRPCClient } from '@/components/api/trpc'
import { useDocument, useDraft, useSession, useSessionState } from '@/components/editor/session'
import { allReferences } from '@/components/graph/references'
import { useMe } from '@/components/shell/use-me'
import { newId } from '@/components/ui/new-id'
import { toast } from '@/components/ui/toast'
import type { Note } from '@/server/model/draft'
import { anchorOf } from './note-anchor'

export type NoteChange = Partial<Pick<Note, 'text' | 'x' | 'y' | 'ref'>>

export interface Notes {
  readonly notes: readonly Note[]
  readonly add: (note: Pick<Note, 'ref' | 'x' | 'y'>) => void
  readonly change: (note: Note, change: NoteChange) => void
  readonly remove: (note: Note) => void
}

const NONE: readonly Note[] = []
const SAVE_AFTER_MS = 700

/** The notes of the workflow on the screen; each is saved by itself, a moment after it was changed. */
export function useNotes(): Notes {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { draft } = useSession()
  const { data: me } = useMe()
  const author = me?.email ?? me?.name ?? ''
  const subject = useDraft((state) => state.name ?? `draft:${state.id}`)
  const stored = useQuery(trpc.notes.list.queryOptions({ subject })).data ?? NONE
  const notes = useAnchored(stored)
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  const put = useCallback(
    (update: (notes: readonly Note[]) => readonly Note[]) =>
      queries.setQueryData(trpc.notes.list.queryKey({ subject }), (old: readonly Note[] | undefined) => [
        ...update(old ?? []),
      ]),
    [queries, trpc, subject],
  )
  const send = useCallback(
    ({ id, ref, text, x, y }: Note) =>
      client.notes.save
        .mutate({ id, subject, ref, text, x, y })
        .catch((error) => toast.error('The note was not saved', { description: errorText(error) })),
    [client, subject],
  )
  const change = useCallback(
    (note: Note, news: NoteChange) => {
      const next = { ...note, ...news, updatedBy: author, updatedAt: Date.now() }
      put((all) => all.map((one) => (one.id === note.id ? next : one)))
      clearTimeout(timers.current.get(note.id))
      timers.current.set(
        note.id,
        setTimeout(() => void send(next), SAVE_AFTER_MS),
      )
    },
    [author, put, send],
  )
  return {
    notes,
    change,
    add: (place) => {
      // A new workflow gets its address with its first note too.
      if (draft.getState().status === 'none' && draft.getState().name === null) draft.setState({ status: 'pending' })
      const note = { ...place, id: newId(), text: '', updatedBy: author, updatedAt: Date.now() }
      put((all) => [...all, note])
      void send(note)
    },
    remove: (note) => {
      clearTimeout(timers.current.get(note.id))
      put((all) => all.filter((one) => one.id !== note.id))
      client.notes.remove.mutate({ id: note.id }).catch((error) => toast.error(errorText(error)))
      const restore = () => {
        put((all) => [...all, note])
        void send(note)
      }
      toast.success('The note was removed', { action: { label: 'Undo', onClick: restore } })
    },
  }
}

/** Where a task was renamed its notes follow. */
function useAnchored(notes: readonly Note[]): readonly Note[] {
  const definition = useDocument((state) => state.definition)
  const renames = useSessionState((state) => state.renames)
  return useMemo(() => {
    if (notes.length === 0) return NONE
    const refs = allReferences(definition)
    return notes.map((note) => {
      const ref = anchorOf(note, refs, renames)
      return ref === null || ref === note.ref ? note : { ...note, ref }
    })
  }, [notes, definition, renames])
}

/** Notes that followed a rename are stored with the new reference; rendered once, where notes are drawn. */
export function useStoreAnchors({ notes, change }: Notes): void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const subject = useDraft((state) => state.name ?? `draft:${state.id}`)
  useEffect(() => {
    const stored = queries.getQueryData(trpc.notes.list.queryKey({ subject })) ?? []
    for (const note of notes) {
      if (stored.find(({ id }) => id === note.id)?.ref !== note.ref) change(note, { ref: note.ref })
    }
  }, [notes, change, queries, trpc, subject])
}
