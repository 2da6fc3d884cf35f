import type { Draft } from '@/server/model/draft'

/**
 * Where what is being edited is kept. `none`: it is what the server has published. `here`: only in this browser, the
 * server cannot be reached. `refused`: the server does not want it, it is kept here. `lost`: nobody keeps it.
 */
export type DraftStatus = 'none' | 'pending' | 'saving' | 'saved' | 'here' | 'refused' | 'lost' | 'conflict'

export interface DraftState {
  readonly id: string
  readonly name: string | null
  readonly version: number | null
  readonly baseUpdatedAt: number | null
  /** The one that this editor saw last; 0 before the first save. */
  readonly revision: number
  readonly status: DraftStatus
  /** Why the server refused it. */
  readonly refusal: string | null
  /** What another tab stored meanwhile; nothing is written until somebody chose. */
  readonly theirs: Draft | null
}

export type DraftBase = Pick<DraftState, 'name' | 'version' | 'baseUpdatedAt'>

export function freshDraft(base: DraftBase, id: string): DraftState {
  const { name, version, baseUpdatedAt } = base
  return { id, name, version, baseUpdatedAt, revision: 0, status: 'none', refusal: null, theirs: null }
}

export function openedDraft({ id, name, version, baseUpdatedAt, revision }: Draft): DraftState {
  return { ...freshDraft({ name, version, baseUpdatedAt }, id), revision, status: 'saved' }
}

/** What a draft is found by: its version, or its id while the workflow has no name. */
export function draftSubject({ id, name, version }: Pick<DraftState, 'id' | 'name' | 'version'>): string {
  return name === null ? `new:${id}` : `${name}@${version}`
}
