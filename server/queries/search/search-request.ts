/** What the four search endpoints and the screens ask: an offset, a page size, an order, a query, a text. */
export interface SearchRequest {
  readonly start: number
  readonly size: number
  readonly sort: string
  readonly freeText: string
  readonly query: string
}

export interface SearchResult<T> {
  readonly totalHits: number
  readonly results: readonly T[]
}

export const MAX_SEARCH_SIZE = 5000
