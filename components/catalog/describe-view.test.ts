import { expect, test } from 'vitest'
import { USUAL_RUN_COLUMNS } from '@/server/model/run-list'
import { describeView } from './describe-view'
import { fromQuery, toQuery } from './use-run-filter'

test.each([
  ['', 'All executions'],
  ['columns=status,id', 'All executions'],
  ['status=FAILED,TIMED_OUT&since=24h', 'Failed, Timed out · Last 24 hours'],
  ['workflow=a%26b&q=paper&sort=duration&order=asc', 'a&b · “paper” · shortest first'],
  ['correlation=A-1&id=x&order=asc', 'id x · correlation A-1 · oldest first'],
  ['status=NONSENSE&since=ever', 'All executions'],
])('%s: %s', (query, words) => {
  expect(describeView(query)).toBe(words)
})

test('what a view keeps is read back, without the page that was open', () => {
  const chips = { ...fromQuery('q=a+b%2C%26&status=FAILED&workflow=x,y&from=12&sort=duration'), page: 4 }
  const query = toQuery(chips, USUAL_RUN_COLUMNS)
  expect(fromQuery(query)).toEqual({ ...chips, page: 1, columns: USUAL_RUN_COLUMNS })
  expect(toQuery(fromQuery(query), USUAL_RUN_COLUMNS)).toBe(query)
})
