import { describe, expect, it, test } from 'vitest'
import type { Json } from '@/server/model/json'
import { readCondition } from './condition'
import { fireRules } from './fire-rules'

test.each<[Json, Json, boolean]>([
  ['gold', 'gold', true],
  ['gold', 'silver', false],
  [null, 'anything', true],
  ['*', null, true],
  [5, '5', true],
  [true, true, true],
  ['> 10', 11, true],
  ['> 10', '9', false],
  ['>=10', 10, true],
  ['< 2', 10, false],
  ['!= gold', 'silver', true],
  ['<> 5', 5, false],
  ['= "a b"', 'a b', true],
  ['between 1 and 5', 5, true],
  ['between 1 and 5', 6, false],
  ['> 2026-01-01', '2026-02-01', true],
  ['in (DE, "AT", CH)', 'AT', true],
  ['not in (DE, AT)', 'DE', false],
  ['> 10', null, false],
  ['!= gold', null, true],
])('a cell %j and the value %j: %s', (cell, value, holds) => {
  expect(readCondition(cell)(value)).toBe(holds)
})

describe('fireRules', () => {
  const rows = [
    ['level', 'amount', 'discount', 'gift'],
    ['gold', '> 100', 20, 'mug'],
    ['gold', null, 10, null],
    [null, null, null, null],
    ['*', '> 100', 5, null],
  ]
  const book = { rows, outputs: ['discount', 'gift'], inputs: { level: 'gold', amount: 200 } }

  it('fires the first rule, or all whose conditions hold', () => {
    expect(fireRules({ ...book, strategy: 'FIRE_FIRST' })).toEqual([{ discount: 20, gift: 'mug' }])
    expect(fireRules({ ...book, strategy: 'FIRE_ALL' })).toEqual([
      { discount: 20, gift: 'mug' },
      { discount: 10, gift: null },
      { discount: 5, gift: null },
    ])
    expect(fireRules({ ...book, inputs: { level: 'tin', amount: 1 }, strategy: 'FIRE_ALL' })).toEqual([])
  })

  it('names a column that is not there', () => {
    expect(fireRules({ ...book, outputs: ['price'], strategy: 'FIRE_ALL' })).toBe(
      'The spreadsheet has no column price; its first row names: level, amount, discount, gift.',
    )
  })
})
