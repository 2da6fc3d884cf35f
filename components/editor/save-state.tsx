'use client'

import { isDirty } from './document-store'
import type { DraftStatus } from './draft/draft-state'
import type { LoadedVersion } from './loaded-version'
import { useDocument, useDraft } from './session'

export interface SaveStateProps {
  readonly loaded: LoadedVersion | null
  readonly isPublishing: boolean
}

/** Quietly, beside the title: where what is on the screen is kept. */
export function SaveState({ loaded, isPublishing }: SaveStateProps) {
  const dirty = useDocument(isDirty)
  const status = useDraft((state) => state.status)
  const refusal = useDraft((state) => state.refusal)
  return (
    <span data-testid="save-state" title={refusal ?? undefined} className="truncate text-sm text-text-3">
      {isPublishing ? 'Publishing…' : saveState(loaded, dirty, status)}
    </span>
  )
}

function saveState(loaded: LoadedVersion | null, dirty: boolean, status: DraftStatus): string {
  if (loaded !== null && !dirty) return `Saved · v${loaded.version}`
  switch (status) {
    case 'none':
      return 'Not saved yet'
    case 'pending':
    case 'saving':
      return 'Saving…'
    case 'saved':
      return loaded === null ? 'Saved · draft' : `Saved · v${loaded.version} draft`
    case 'here':
      return 'Offline, kept here'
    case 'refused':
      return 'Kept here only'
    case 'lost':
      return 'Not kept anywhere: publish, or copy the JSON'
    case 'conflict':
      return 'Changed in another tab'
  }
}
