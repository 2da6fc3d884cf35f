import { AppError } from '@/server/model/errors'
import { MAX_SEARCH_SIZE, type SearchRequest } from '@/server/queries/search/search-request'
import type { QueryReader } from './query-reader'
import type { QueryParameter } from './route'

export const searchParameters: readonly QueryParameter[] = [
  { name: 'start', type: 'integer', summary: 'Offset of the first result' },
  { name: 'size', type: 'integer', summary: `Page size, 100 when left out, at most ${MAX_SEARCH_SIZE}` },
  { name: 'sort', type: 'string', summary: '`startTime:DESC`, several joined with |' },
  { name: 'freeText', type: 'string', summary: 'Text anywhere in names, ids, reasons and payloads; * for all' },
  { name: 'query', type: 'string', summary: "`workflowType = 'a' AND status IN (RUNNING, FAILED) AND startTime > 0`" },
]

export function searchRequest(query: QueryReader): SearchRequest {
  const size = query.int('size', 100)
  const start = query.int('start', 0)
  if (size > MAX_SEARCH_SIZE || size < 0)
    throw new AppError('BAD_REQUEST', `Cannot return more than ${MAX_SEARCH_SIZE} results; found size=${size}.`)
  if (start < 0) throw new AppError('BAD_REQUEST', `Query parameter start: expected 0 or more, found ${start}.`)
  return {
    start,
    size,
    sort: query.text('sort') ?? '',
    freeText: query.text('freeText') ?? '*',
    query: query.text('query') ?? '',
  }
}
