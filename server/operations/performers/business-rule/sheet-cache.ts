import type { NamespaceId } from '@/server/model/ids'
import type { Json } from '@/server/model/json'

export type Rows = readonly (readonly Json[])[]

/** Spreadsheets that were read a short while ago, by namespace and address; the oldest make room. */
export interface SheetCache {
  get(namespaceId: NamespaceId, location: string): Rows | null
  put(namespaceId: NamespaceId, location: string, kept: { readonly rows: Rows; readonly forMs: number }): void
}

const MAX_SHEETS = 50

export function createSheetCache(now: () => number = Date.now): SheetCache {
  const sheets = new Map<string, { readonly rows: Rows; readonly until: number }>()
  return {
    get(namespaceId, location) {
      const found = sheets.get(`${namespaceId} ${location}`)
      return found && found.until > now() ? found.rows : null
    },
    put(namespaceId, location, { rows, forMs }) {
      if (forMs <= 0) return
      const key = `${namespaceId} ${location}`
      sheets.delete(key)
      const [oldest] = sheets.keys()
      if (sheets.size >= MAX_SHEETS && oldest !== undefined) sheets.delete(oldest)
      sheets.set(key, { rows, until: now() + forMs })
    },
  }
}
