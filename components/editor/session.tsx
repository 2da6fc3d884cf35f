'use client'

import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { KeptCamera } from '@/components/canvas/kept-camera'
import type { NodeDecoration } from '@/components/canvas/node-decoration'
import type { JsonPath, Place } from '@/components/graph/definition'
import type { Rename } from '@/components/graph/edits/rename-reference'
import { type IndexedNode, nodeIndex } from '@/components/graph/node-index'
import type { RunView } from '@/server/model/run-view'
import { createDocumentStore, type DocumentOptions, type DocumentState, type DocumentStore } from './document-store'
import type { DraftState } from './draft/draft-state'

/** Where the next task goes: onto an edge, or into a new branch of a fork. */
export type InsertTarget =
  | { readonly kind: 'place'; readonly place: Place; readonly anchor: DOMRect }
  | { readonly kind: 'branch'; readonly fork: JsonPath; readonly anchor: DOMRect }

export interface RunOnCanvas {
  readonly view: RunView
  readonly decorations: Readonly<Record<string, NodeDecoration>>
}

/** What the open menu is about, and where on the screen it opened. */
export type MenuTarget = { readonly x: number; readonly y: number } & (
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'edge'; readonly place: Place }
)

export interface SessionState {
  /** The id of a node of the graph. */
  readonly selected: string | null
  /** Further tasks that are selected with it. */
  readonly more: readonly string[]
  readonly insert: InsertTarget | null
  readonly menu: MenuTarget | null
  readonly isOutlineOpen: boolean
  /** Where the keyboard was last: what floats over the editor gives it back there. */
  readonly keys: 'graph' | 'outline'
  /** The dialog over the editor. */
  /** What was pasted or dropped for the import dialog; empty: it asks. */
  readonly importTexts: readonly string[]
  readonly over: 'shortcuts' | 'find' | 'versions' | 'import' | 'test' | 'extract' | 'inline' | 'task' | null
  /** Text to scroll to; a new object each time. */
  readonly goTo: { readonly offset: number; readonly length: number } | null
  /** The place of a field whose control is to get the keyboard; a new object each time. */
  readonly fieldWanted: JsonPath | null
  /** Node to bring into view; a new object each time. */
  readonly reveal: string | null
  /** References that were renamed here, in order: notes follow them. */
  readonly renames: readonly Rename[]
  /** A note is to be added to a task, or with null to the canvas. */
  readonly noteWanted: { readonly ref: string | null } | null
  /** The execution that stands on the canvas in place of the draft. */
  readonly run: RunOnCanvas | null
  /** The id of a run that was left for editing before its end. */
  readonly runBehind: string | null
}

export interface EditorSession {
  readonly document: DocumentStore
  /** Where what is being edited is kept. */
  readonly draft: StoreApi<DraftState>
  readonly ui: StoreApi<SessionState>
  readonly camera: { current: KeptCamera | null }
  /** False on a phone and for viewers. */
  readonly editable: boolean
}

export interface SessionOptions {
  readonly document: DocumentOptions
  readonly draft: DraftState
  /** False on a phone and for viewers. */
  readonly editable: boolean
}

export function createSession({ document, draft, editable }: SessionOptions): EditorSession {
  const ui = createStore<SessionState>(() => ({
    selected: null,
    more: [],
    insert: null,
    menu: null,
    over: null,
    importTexts: [],
    isOutlineOpen: false,
    keys: 'graph',
    goTo: null,
    fieldWanted: null,
    reveal: null,
    renames: [],
    noteWanted: null,
    run: null,
    runBehind: null,
  }))
  // Selecting one alone, wherever that happens, ends a selection of several.
  ui.subscribe((state, before) => {
    if (state.selected !== before.selected && state.more === before.more && state.more.length > 0) {
      ui.setState({ more: [] })
    }
  })
  return {
    document: createDocumentStore(document),
    draft: createStore(() => draft),
    ui,
    camera: { current: null },
    editable,
  }
}

const SessionContext = createContext<EditorSession | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): EditorSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('An editor component needs an editor session around it.')
  return session
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useSession().document, select)
}

export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().ui, select)
}

export function useDraft<T>(select: (state: DraftState) => T): T {
  return useStore(useSession().draft, select)
}

/** Nothing was drawn yet: what misses is said by a hint, not by a problem. */
export function useIsBlank(): boolean {
  const isUnnamed = useDraft((state) => state.name === null)
  return useDocument((state) => (state.definition.tasks ?? []).length === 0) && isUnnamed
}

export function useNodeIndex() {
  const definition = useDocument((state) => state.definition)
  return useMemo(() => nodeIndex(definition), [definition])
}

export function useSelectedNode(): IndexedNode | undefined {
  const selected = useSessionState((state) => state.selected)
  const index = useNodeIndex()
  return selected === null ? undefined : index.byId.get(selected)
}
