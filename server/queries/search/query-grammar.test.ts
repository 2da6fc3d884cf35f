import { describe, expect, test } from 'vitest'
import { parseSearchQuery } from './query-grammar'

const clause = (field: string, op: string, value: string) => ({ type: 'clause', field, test: { op, value } })
const inList = (field: string, ...values: string[]) => ({ type: 'clause', field, test: { op: 'in', values } })

describe('queries that clients really send', () => {
  test.each([
    ['workflowType IN (name)', inList('workflowType', 'name')],
    ['workflowType IN (a,b)', inList('workflowType', 'a', 'b')],
    ['workflowType in ( "a" , \'b c\',d e )', inList('workflowType', 'a', 'b c', 'd e')],
    ['workflowType IN (my flow: v1.2-beta)', inList('workflowType', 'my flow: v1.2-beta')],
    ['workflowId="id"', clause('workflowId', '=', 'id')],
    ["workflowId='id'", clause('workflowId', '=', 'id')],
    ['startTime > 100', clause('startTime', '>', '100')],
    ['startTime<=100', clause('startTime', '<=', '100')],
    ['workflowType=search_basic', clause('workflowType', '=', 'search_basic')],
    ['workflowType = my flow', clause('workflowType', '=', 'my flow')],
    ["status != 'FAILED'", clause('status', '!=', 'FAILED')],
    ["workflowType STARTS_WITH 'pop'", clause('workflowType', 'starts-with', 'pop')],
    ['workflowId=""', clause('workflowId', '=', '')],
    ["reasonForIncompletion = 'it\"s'", clause('reasonForIncompletion', '=', 'it"s')],
  ])('%s', (text, expected) => {
    expect(parseSearchQuery(text)).toEqual(expected)
  })

  test.each(['', '  ', '*'])('%j asks for everything', (text) => {
    expect(parseSearchQuery(text)).toBeNull()
  })
})

test('AND binds closer than OR, parentheses closer than both', () => {
  expect(parseSearchQuery('a=1 OR b=2 and c=3')).toEqual({
    type: 'or',
    nodes: [clause('a', '=', '1'), { type: 'and', nodes: [clause('b', '=', '2'), clause('c', '=', '3')] }],
  })
  expect(parseSearchQuery('(a=1 OR b=2) AND c=3')).toEqual({
    type: 'and',
    nodes: [{ type: 'or', nodes: [clause('a', '=', '1'), clause('b', '=', '2')] }, clause('c', '=', '3')],
  })
})

test('BETWEEN, IS NULL and IS NOT NULL', () => {
  expect(parseSearchQuery('startTime BETWEEN 1 AND 2 AND endTime IS NOT NULL AND event IS NULL')).toEqual({
    type: 'and',
    nodes: [
      { type: 'clause', field: 'startTime', test: { op: 'between', from: '1', to: '2' } },
      { type: 'clause', field: 'endTime', test: { op: 'not-null' } },
      { type: 'clause', field: 'event', test: { op: 'null' } },
    ],
  })
  expect(parseSearchQuery('status NOT IN (A,B)')).toEqual({
    type: 'clause',
    field: 'status',
    test: { op: 'not-in', values: ['A', 'B'] },
  })
})

describe('refuses', () => {
  test.each([
    'status',
    'status =',
    '= x',
    'status IN (A',
    'status NOT (A)',
    'a=1 AND',
    '(a=1',
    'a=1)',
    'a BETWEEN 1',
    `${'('.repeat(50)}a=1${')'.repeat(50)}`,
    `a=${'x'.repeat(20_000)}`,
  ])('%s', (text) => {
    expect(() => parseSearchQuery(text)).toThrow(/Incorrectly formatted query string/)
  })
})

test('a long hostile text is read in linear time', () => {
  const started = performance.now()
  parseSearchQuery(`a IN (${"'".repeat(9_000)})`)
  expect(performance.now() - started).toBeLessThan(200)
})
