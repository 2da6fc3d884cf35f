'use client'

import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { JsonPath, Place } from '@/components/graph/definition'
import { type IndexedNode, nodeIndex } from '@/components/graph/node-index'
import { createDocumentStore, type DocumentOptions, type DocumentState, type DocumentStore } from './document-store'

/** Where the next task goes: onto an edge, or into a new branch of a fork. */
export type InsertTarget =
  | { readonly kind: 'place'; readonly place: Place; readonly anchor: DOMRect }
  | { readonly kind: 'branch'; readonly fork: JsonPath; readonly anchor: DOMRect }

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
  readonly over: 'shortcuts' | 'find' | null
  /** Text to scroll to; a new object each time. */
  readonly goTo: { readonly offset: number; readonly length: number } | null
  /** Node to bring into view; a new object each time. */
  readonly reveal: string | null
}

export interface EditorSession {
  readonly document: DocumentStore
  readonly ui: StoreApi<SessionState>
  /** False on a phone and for viewers. */
  readonly editable: boolean
}

export function createSession({ editable, ...opened }: DocumentOptions & { editable: boolean }): EditorSession {
  const ui = createStore<SessionState>(() => ({
    selected: null,
    more: [],
    insert: null,
    menu: null,
    over: null,
    isOutlineOpen: false,
    keys: 'graph',
    goTo: null,
    reveal: null,
  }))
  // Selecting one alone, wherever that happens, ends a selection of several.
  ui.subscribe((state, before) => {
    if (state.selected !== before.selected && state.more === before.more && state.more.length > 0) {
      ui.setState({ more: [] })
    }
  })
  return { document: createDocumentStore(opened), ui, editable }
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

export function useNodeIndex() {
  const definition = useDocument((state) => state.definition)
  return useMemo(() => nodeIndex(definition), [definition])
}

export function useSelectedNode(): IndexedNode | undefined {
  const selected = useSessionState((state) => state.selected)
  const index = useNodeIndex()
  return selected === null ? undefined : index.byId.get(selected)
}
