import type { JsonObject } from './json'

/** What a person is editing: text, valid or not, of one version; without a name it has never been published. */
export interface Draft extends DraftOf {
  readonly id: string
  readonly text: string
  /** When its version was stored as this draft began; null for a new workflow. */
  readonly baseUpdatedAt: number | null
  /** Counts its saves: a save that has not seen the last one is refused. */
  readonly revision: number
  readonly updatedAt: number
}

export interface DraftOf {
  readonly name: string | null
  readonly version: number | null
}

export interface DraftLine extends DraftOf {
  readonly id: string
  /** The name that its text gives, as far as it can be read. */
  readonly title: string | null
  readonly updatedAt: number
}

/** `theirs` is what another tab or window of the same person stored meanwhile. */
export type DraftSaved =
  | { readonly outcome: 'saved'; readonly revision: number; readonly updatedAt: number }
  | { readonly outcome: 'conflict'; readonly theirs: Draft }

export interface SavedInput {
  readonly name: string
  readonly input: JsonObject
  readonly updatedBy: string
  readonly updatedAt: number
}

/** A remark on a definition or on one of its tasks, never part of it. `x` and `y` are on the canvas. */
export interface Note {
  readonly id: string
  readonly ref: string | null
  readonly text: string
  readonly x: number
  readonly y: number
  readonly updatedBy: string
  readonly updatedAt: number
}
