import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EditorSession } from '@/components/editor/session'
import { type KnownData, NOTHING_KNOWN } from '@/components/graph/scope/known-data'
import type { LastRun } from '@/server/model/last-run'

/** What an editor has learned about the values of its workflow: from the last run, and from declarations. */
export interface LastRunState {
  readonly data: KnownData
  readonly run: LastRun | null
  /** Asks for the row of a reference; resolved when it is in `data`, or cannot be had. */
  readonly want: (reference: string) => Promise<void>
}

const stores = new WeakMap<EditorSession, StoreApi<LastRunState>>()

export function lastRunStore(session: EditorSession): StoreApi<LastRunState> {
  const known = stores.get(session)
  if (known !== undefined) return known
  const store = createStore<LastRunState>(() => ({ data: NOTHING_KNOWN, run: null, want: async () => undefined }))
  stores.set(session, store)
  return store
}
