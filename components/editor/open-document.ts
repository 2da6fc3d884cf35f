import type { Definition } from '@/components/graph/definition'
import { fetchPart } from '@/components/ui/fetch-part'
import { newId } from '@/components/ui/new-id'
import type { Draft } from '@/server/model/draft'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { DocumentOptions } from './document-store'
import { type DraftState, draftSubject, freshDraft, openedDraft } from './draft/draft-state'
import type { LocalCopies } from './draft/local-copies'
import { printDefinition } from './print-definition'

/** What the editor begins with: the document, and where its draft is kept. */
export interface Opened {
  readonly document: DocumentOptions
  readonly draft: DraftState
  /** Typed here, but not yet on the server: it is sent at once. */
  readonly isUnsent: boolean
}

export interface StoredWithDraft {
  readonly stored: WorkflowDef
  readonly draft: Draft | null
}

/** A stored version with the reader's draft of it, or with what this browser kept of it; null: they only look. */
export async function openStored(stored: WorkflowDef, kept: Kept | null): Promise<Opened> {
  const text = printDefinition(stored)
  const plain = { text, definition: JSON.parse(text) as Definition, savedText: text, problem: null }
  const base = { name: stored.name, version: stored.version, baseUpdatedAt: stored.updateTime ?? null }
  const fresh = freshDraft(base, newId())
  if (kept === null) return { document: plain, draft: fresh, isUnsent: false }
  return withDraft(plain, kept.draft ? openedDraft(kept.draft) : fresh, kept)
}

/** A workflow that has never been published, as it was left. */
export async function openUnnamed(blank: DocumentOptions, id: string, kept: Kept): Promise<Opened> {
  const base = { name: null, version: null, baseUpdatedAt: null }
  return withDraft(blank, kept.draft ? openedDraft(kept.draft) : freshDraft(base, id), kept)
}

interface Kept {
  readonly draft: Draft | null
  readonly copies: LocalCopies
}

async function withDraft(plain: DocumentOptions, state: DraftState, { draft, copies }: Kept): Promise<Opened> {
  const subject = draftSubject(state)
  const copy = copies.newest(subject)
  // A copy that had not seen the draft's last save is offered by the server as a conflict, so nothing is lost either.
  const isUnsent = copy !== null && copy.text !== (draft?.text ?? plain.text)
  if (copy !== null && !isUnsent) copies.dropAll(subject)
  const typed = isUnsent ? copy.text : draft?.text
  if (typed === undefined) return { document: plain, draft: state, isUnsent: false }
  const seen: DraftState = isUnsent
    ? { ...state, id: copy.id, revision: copy.revision, baseUpdatedAt: copy.baseUpdatedAt, status: 'pending' }
    : state
  const { readText } = await fetchPart(() => import('./read-text'))
  return { document: { ...plain, ...readText(typed) }, draft: seen, isUnsent }
}
