import { newId } from '@/components/ui/new-id'
import type { DocumentOptions } from './document-store'
import type { LoadedVersion } from './loaded-version'
import type { EditorSession } from './session'

export type HandedOver = Pick<DocumentOptions, 'text' | 'definition'>

let handedOver: { readonly draftId: string; readonly given: HandedOver } | null = null

/** Gives a new workflow its beginning: what was imported, or a sample. It stays in this tab; the address opens it. */
export function handOver(given: HandedOver): string {
  const draftId = newId()
  handedOver = { draftId, given }
  return `/workflows/new?draft=${draftId}`
}

/** What goes on being edited at the address of what was just published: undo, selection and camera stay. */
export interface Continued {
  readonly session: EditorSession
  readonly loaded: LoadedVersion
}

let continued: Continued | null = null

export function continueAs(next: Continued | null): void {
  continued = next
}

export function continuedAt(name: string, version: number | null): Continued | null {
  return continued?.loaded.name === name && continued.loaded.version === version ? continued : null
}

/** Of a version, in the view that is on the screen. */
export function addressOf({ name, version }: LoadedVersion): string {
  const view = new URLSearchParams(window.location.search).get('view')
  const query = new URLSearchParams({ version: String(version), ...(view === null ? {} : { view }) })
  return `/workflows/${encodeURIComponent(name)}?${query}`
}

export function handedOverTo(draftId: string): HandedOver | null {
  return handedOver?.draftId === draftId ? handedOver.given : null
}
