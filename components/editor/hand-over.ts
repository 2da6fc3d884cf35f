import { newId } from '@/components/ui/new-id'
import type { DocumentOptions } from './document-store'

export type HandedOver = Pick<DocumentOptions, 'text' | 'definition'>

let handedOver: { readonly draftId: string; readonly given: HandedOver } | null = null

/** Gives a new workflow its beginning: what was imported, or a sample. It stays in this tab; the address opens it. */
export function handOver(given: HandedOver): string {
  const draftId = newId()
  handedOver = { draftId, given }
  return `/workflows/new?draft=${draftId}`
}

export function handedOverTo(draftId: string): HandedOver | null {
  return handedOver?.draftId === draftId ? handedOver.given : null
}
