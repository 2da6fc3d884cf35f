'use client'

import { useMemo } from 'react'
import { useNotes } from './use-notes'

/** What the notes of each task say, in one line. */
export function useNoteTexts(): ReadonlyMap<string, string> {
  const { notes } = useNotes()
  return useMemo(() => {
    const texts = new Map<string, string>()
    for (const { ref, text } of notes) {
      if (ref === null || text.trim() === '') continue
      texts.set(ref, [texts.get(ref), text.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' · '))
    }
    return texts
  }, [notes])
}
