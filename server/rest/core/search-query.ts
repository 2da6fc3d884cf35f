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

/** `call`: Conductor's name of the call, for its validation errors. */
export function searchRequest(query: QueryReader, call = 'searchWorkflows'): SearchRequest {
  const size = query.int('size', 100)
  const start = query.int('start', 0)
  if (size > MAX_SEARCH_SIZE) throw tooMany(size, call)
  if (size < 0) throw new AppError('BAD_REQUEST', `Query parameter size: expected 0 or more, found ${size}.`)
  if (start < 0) throw new AppError('BAD_REQUEST', `Query parameter start: expected 0 or more, found ${start}.`)
  return {
    start,
    size,
    sort: query.text('sort') ?? '',
    freeText: query.text('freeText') ?? '*',
    query: clauses(query).join(' AND '),
  }
}

/** `classifier` and `topLevelOnly` are short for clauses. */
function clauses(query: QueryReader): readonly string[] {
  const given = query.text('query')
  const classifier = query.text('classifier')
  const short = [
    ...(classifier === null ? [] : [`classifier = '${classifier.replaceAll("'", '')}'`]),
    ...(query.flag('topLevelOnly', false) ? ['parentWorkflowId IS NULL'] : []),
  ]
  if (given === null) return short
  return short.length === 0 ? [given] : [`(${given})`, ...short]
}

function tooMany(size: number, call: string): AppError {
  const message = `Cannot return more than ${MAX_SEARCH_SIZE} workflows. Please use pagination.`
  return new AppError('BAD_REQUEST', 'Validation failed, check below errors for detail.', {
    validationErrors: [{ path: `${call}.arg1`, message, invalidValue: String(size) }],
  })
}
