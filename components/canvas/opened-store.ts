import { createStore, type StoreApi } from 'zustand/vanilla'

export interface OpenedState {
  /** Sub-workflow tasks whose inside is wanted. */
  readonly opened: ReadonlySet<string>
}

const stores = new Map<string, StoreApi<OpenedState>>()

/** Which sub-workflows are open in one definition while this page is: graph and outline share it. */
export function openedStore(workflow: string): StoreApi<OpenedState> {
  const store = stores.get(workflow) ?? createStore<OpenedState>(() => ({ opened: new Set() }))
  stores.set(workflow, store)
  return store
}
