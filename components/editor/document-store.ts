import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Definition } from '@/components/graph/definition'
import { shareStructure } from '@/components/graph/share-structure'
import { patchText } from './patch-text'
import type { ReadText, TextProblem } from './read-text'

/**
 * The one document behind graph and JSON: text, and the definition read from it. Every edit of either view goes
 * through here. History holds whole values, so undo restores the very bytes.
 */
export interface DocumentState extends Version {
  readonly past: readonly Version[]
  readonly future: readonly Version[]
  /** The text as last stored on the server; null before the first save. */
  readonly savedText: string | null
}

interface Version {
  readonly text: string
  /** Read from the text, or from the last text that could be read. */
  readonly definition: Definition
  /** Why the text cannot be read; the graph is stale then. */
  readonly problem: TextProblem | null
}

export interface DocumentActions {
  /** Edits that share a key and follow each other closely (typing into one field) are one step of undo. */
  readonly edit: (change: (definition: Definition) => Definition, key?: string) => void
  readonly type: (typed: ReadText) => void
  readonly undo: () => void
  readonly redo: () => void
  /** What the server holds now. */
  readonly markSaved: (text: string) => void
}

export type DocumentStore = StoreApi<DocumentState> & DocumentActions

const HISTORY = 300
const TYPING_PAUSE_MS = 800

export interface DocumentOptions {
  readonly text: string
  /** What the text says. */
  readonly definition: Definition
  readonly savedText: string | null
  /** Why the text says no definition, when it is a draft that says none; `definition` is the last one then. */
  readonly problem?: TextProblem | null
  readonly now?: () => number
}

export function createDocumentStore({ now = Date.now, ...opened }: DocumentOptions): DocumentStore {
  const store = createStore<DocumentState>(() => ({ problem: null, ...opened, past: [], future: [] }))
  let last = { key: '', at: Number.NEGATIVE_INFINITY }
  const continues = (key: string) => {
    const before = last
    last = { key, at: now() }
    return key !== '' && key === before.key && last.at - before.at < TYPING_PAUSE_MS
  }

  const push = (next: Version, mergesWithLast = false) => {
    const { past, text: old, definition, problem } = store.getState()
    if (next.text === old) return
    const version = { text: old, definition, problem }
    store.setState({ ...next, past: mergesWithLast ? past : [...past, version].slice(-HISTORY), future: [] })
  }

  const travel = (from: 'past' | 'future', to: 'past' | 'future') => {
    const state = store.getState()
    const version = state[from].at(-1)
    if (version === undefined) return
    continues('')
    const { text: old, definition, problem } = state
    store.setState({
      ...version,
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], { text: old, definition, problem }],
    })
  }

  return Object.assign(store, {
    edit: (change: (definition: Definition) => Definition, key = '') => {
      const state = store.getState()
      // A graph edit would overwrite text that somebody is in the middle of.
      if (state.problem !== null) return
      const definition = change(state.definition)
      const text = patchText(state.text, state.definition, definition)
      push({ text, definition, problem: null }, continues(key))
    },
    type: (typed: ReadText) => {
      const { definition: before } = store.getState()
      const definition = typed.problem === null ? shareStructure(before, typed.definition) : before
      push({ text: typed.text, problem: typed.problem, definition }, continues('text'))
    },
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
    markSaved: (saved: string) => store.setState({ savedText: saved }),
  })
}

export function isDirty(state: DocumentState): boolean {
  return state.text !== state.savedText
}
