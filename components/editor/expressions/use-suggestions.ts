'use client'

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Suggestion, type Suggestions, suggest } from '@/components/graph/scope/suggest'
import { commandFor } from '@/components/ui/key-chord'
import { FIELD_KEYS, fieldChord } from './field-keys'
import { useAsked } from './reader'
import { useLastRun } from './use-last-run'

export type TextControl = HTMLInputElement | HTMLTextAreaElement

export interface SuggestionState {
  readonly items: readonly Suggestion[]
  readonly active: number
  readonly setActive: (index: number) => void
  readonly choose: (item: Suggestion) => void
  /** Null while the field has no focus. */
  readonly caret: number | null
  readonly setCaret: (caret: number | null) => void
  /** Typing opens the list, moving about closes it. */
  readonly setOpen: (isOpen: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent<TextControl>) => void
}

export interface EditedText {
  readonly value: string
  readonly onChange: (value: string) => void
  /** How an inserted name is written, where the text is not the value itself. */
  readonly write?: ((text: string) => string) | undefined
}

const FETCHED_AHEAD = 12
const NONE: readonly Suggestion[] = []

/** The list under a text field: what it offers at the caret, and what the keys do to it. */
export function useSuggestions(field: RefObject<TextControl | null>, text: EditedText): SuggestionState {
  const { value, onChange, write = (name) => name } = text
  const asked = useAsked()
  const [caret, setCaret] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const next = useRef<number | null>(null)
  const found = useMemo(
    () => (isOpen && caret !== null ? suggest(asked, value, caret) : null),
    [asked, value, caret, isOpen],
  )
  const items = found?.items ?? NONE
  useFetchAhead(found)
  const shown = Math.min(active, Math.max(0, items.length - 1))

  useLayoutEffect(() => {
    if (next.current === null || field.current?.value !== value) return
    field.current.setSelectionRange(next.current, next.current)
    setCaret(next.current)
    next.current = null
  }, [value, field])

  const replace = (range: { from: number; to: number }, insert: string, after: string) => {
    next.current = range.from + insert.length
    onChange(value.slice(0, range.from) + insert + after + value.slice(range.to))
  }
  const choose = (item: Suggestion) => {
    if (found === null) return
    replace({ from: item.from, to: found.to }, write(item.insert), found.isOpen ? '}' : '')
    setOpen(false)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent<TextControl>) => {
    const at = field.current?.selectionStart ?? value.length
    const done = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    const command = commandFor(FIELD_KEYS, fieldChord(event))
    if (command === 'complete') {
      done()
      setOpen(true)
      setCaret(at)
      if (suggest(asked, value, at) === null) replace({ from: at, to: at }, '${', '}')
    } else if (items.length === 0) {
      return
    } else if (command === 'after' || command === 'before') {
      done()
      setActive((shown + (command === 'after' ? 1 : items.length - 1)) % items.length)
    } else if (command === 'choose') {
      done()
      choose(items[shown] as Suggestion)
    } else if (command === 'close') {
      done()
      setOpen(false)
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      setOpen(false)
    }
  }
  const reopen = (open: boolean) => {
    setOpen(open)
    setActive(0)
  }
  return { items, active: shown, setActive, choose, caret, setCaret, setOpen: reopen, onKeyDown }
}

/** The rows whose values the list would show. */
function useFetchAhead(found: Suggestions | null): void {
  const { want } = useLastRun()
  useEffect(() => {
    if (found === null) return
    if (found.root !== '') void want(found.root)
    else for (const { producer } of found.items.slice(0, FETCHED_AHEAD)) if (producer !== null) void want(producer)
  }, [found, want])
}
