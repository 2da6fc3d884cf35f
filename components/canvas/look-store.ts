import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GraphDirection } from '@/components/graph/layout-types'

export interface LookState {
  readonly folded: ReadonlySet<string>
  /** Sub-workflow tasks whose inside is wanted. */
  readonly opened: ReadonlySet<string>
}

export interface DirectionState {
  readonly direction: GraphDirection
}

const looks = new Map<string, StoreApi<LookState>>()
const directions = new Map<string, StoreApi<DirectionState>>()

/** What somebody has folded in one definition; the graph, the outline and the next visit share it. */
export function lookStore(owner: string, workflow: string, byDefault: () => readonly string[]): StoreApi<LookState> {
  const key = `graph-folded ${owner} ${workflow}`
  return kept(looks, key, () => {
    const store = createStore<LookState>(() => ({
      folded: new Set(readStored(key, isStrings) ?? byDefault()),
      opened: new Set(),
    }))
    store.subscribe(({ folded }, before) => {
      if (folded !== before.folded) localStorage.setItem(key, JSON.stringify([...folded]))
    })
    return store
  })
}

/** Which way all graphs of a person run. */
export function directionStore(owner: string): StoreApi<DirectionState> {
  const key = `graph-direction ${owner}`
  return kept(directions, key, () => {
    const store = createStore<DirectionState>(() => ({ direction: readStored(key, isDirection) ?? 'down' }))
    store.subscribe(({ direction }) => localStorage.setItem(key, JSON.stringify(direction)))
    return store
  })
}

function kept<T>(stores: Map<string, T>, key: string, make: () => T): T {
  const known = stores.get(key) ?? make()
  stores.set(key, known)
  return known
}

function readStored<T>(key: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return is(value) ? value : null
  } catch {
    return null
  }
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isDirection(value: unknown): value is GraphDirection {
  return value === 'down' || value === 'right'
}
