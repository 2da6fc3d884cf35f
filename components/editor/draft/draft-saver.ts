import type { StoreApi } from 'zustand/vanilla'
import { type DocumentStore, isDirty } from '@/components/editor/document-store'
import type { Draft, DraftSaved } from '@/server/model/draft'
import { type DraftBase, type DraftState, draftSubject, freshDraft } from './draft-state'
import type { LocalCopies } from './local-copies'

/** The server refused a save for good; anything else thrown means that it was not reached. */
export class DraftRefused extends Error {}

export interface DraftSaverParts {
  readonly document: DocumentStore
  readonly draft: StoreApi<DraftState>
  readonly copies: LocalCopies
  readonly send: (draft: Omit<Draft, 'updatedAt'>) => Promise<DraftSaved>
  /** Ends the draft on the server. */
  readonly settle: (id: string, published: string | null) => Promise<void>
  readonly newId: () => string
}

export interface DraftSaver {
  /** Follows the document; the returned function stops, after a last save. */
  readonly start: () => () => void
  /** The page is going away: what the server does not have yet is kept here. */
  readonly keepHere: () => void
  /** Stores what is there now: true when the server has it. */
  readonly flush: () => Promise<boolean>
  /** The document is what the server published as `base`: the draft has done its work. */
  readonly published: (base: DraftBase) => Promise<void>
  readonly discard: () => Promise<void>
  /** Of two tabs with different texts, one text is chosen. */
  readonly keepMine: () => Promise<void>
  readonly takeTheirs: () => void
}

const COPY_AFTER_MS = 250
const SAVE_AFTER_MS = 1_000
const RETRY_AFTER_MS = 4_000

export function createDraftSaver(parts: DraftSaverParts): DraftSaver {
  const { document, draft, copies } = parts
  let copyTimer: ReturnType<typeof setTimeout> | undefined
  let saveTimer: ReturnType<typeof setTimeout> | undefined
  let inFlight: Promise<boolean> | null = null

  const writeCopy = (): boolean => {
    clearTimeout(copyTimer)
    const { id, revision, baseUpdatedAt } = draft.getState()
    const copy = { id, revision, baseUpdatedAt, text: document.getState().text, at: Date.now() }
    return copies.write(draftSubject(draft.getState()), copy)
  }
  const saveSoon = (ms: number) => {
    clearTimeout(saveTimer)
    saveTimer = setTimeout(() => void flush(), ms)
  }
  const onTyped = () => {
    const { status } = draft.getState()
    clearTimeout(copyTimer)
    copyTimer = setTimeout(() => needsKeeping(draft.getState()) && writeCopy(), COPY_AFTER_MS)
    if (status === 'conflict') return
    draft.setState({ status: 'pending' })
    saveSoon(SAVE_AFTER_MS)
  }

  const send = async (): Promise<boolean> => {
    const { id, name, version, baseUpdatedAt, revision } = draft.getState()
    const { text } = document.getState()
    draft.setState({ status: 'saving' })
    try {
      const saved = await parts.send({ id, name, version, baseUpdatedAt, revision, text })
      if (saved.outcome === 'conflict' && saved.theirs.text !== text) {
        writeCopy()
        draft.setState({ status: 'conflict', theirs: saved.theirs })
        return false
      }
      const seen = saved.outcome === 'saved' ? { revision: saved.revision } : pickSeen(saved.theirs)
      draft.setState({ ...seen, refusal: null, status: document.getState().text === text ? 'saved' : 'pending' })
      if (document.getState().text === text) copies.drop(draftSubject(draft.getState()))
      else saveSoon(SAVE_AFTER_MS)
      return true
    } catch (error) {
      const isKept = writeCopy()
      const isRefused = error instanceof DraftRefused
      draft.setState({
        status: isKept ? (isRefused ? 'refused' : 'here') : 'lost',
        refusal: isRefused ? error.message : null,
      })
      if (!isRefused) saveSoon(RETRY_AFTER_MS)
      return false
    }
  }

  const flush = async (): Promise<boolean> => {
    clearTimeout(saveTimer)
    if (inFlight) await inFlight
    if (!needsKeeping(draft.getState())) return true
    if (draft.getState().status === 'conflict') return false
    inFlight = send()
    const isSaved = await inFlight
    inFlight = null
    return isSaved
  }

  const reset = async (base: DraftBase, published: string | null) => {
    clearTimeout(saveTimer)
    clearTimeout(copyTimer)
    if (inFlight) await inFlight
    const before = draft.getState()
    copies.dropAll(draftSubject(before))
    draft.setState(freshDraft(base, parts.newId()))
    if (before.revision > 0) await parts.settle(before.id, published)
    // What was typed while it was published belongs to the next draft.
    if (isDirty(document.getState())) onTyped()
  }

  return {
    start() {
      const stop = document.subscribe((state, before) => {
        if (state.text === before.text) return
        onTyped()
      })
      return () => {
        stop()
        clearTimeout(saveTimer)
        clearTimeout(copyTimer)
        if (needsKeeping(draft.getState())) writeCopy()
        if (draft.getState().status === 'pending') void send()
      }
    },
    keepHere: () => void (needsKeeping(draft.getState()) && writeCopy()),
    flush,
    published: (base) => reset(base, base.name),
    discard: () => reset(draft.getState(), null),
    async keepMine() {
      const { theirs } = draft.getState()
      if (theirs === null) return
      draft.setState({ ...pickSeen(theirs), theirs: null, status: 'pending' })
      await flush()
    },
    takeTheirs() {
      const { theirs } = draft.getState()
      if (theirs === null) return
      copies.drop(draftSubject(draft.getState()))
      draft.setState({ ...pickSeen(theirs), theirs: null, status: 'saved' })
    },
  }
}

function needsKeeping({ status }: DraftState): boolean {
  return status !== 'none' && status !== 'saved'
}

function pickSeen({ id, revision }: Draft): Pick<DraftState, 'id' | 'revision'> {
  return { id, revision }
}
