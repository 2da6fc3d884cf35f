import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareStructure } from './share-structure'

test('the result says what was read, byte for byte', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(JSON.stringify(shareStructure(before, after))).toBe(JSON.stringify(after))
    }),
  )
})

test('the same text read twice is the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const before: unknown = JSON.parse(JSON.stringify(value))
      expect(shareStructure(before, JSON.parse(JSON.stringify(value)))).toBe(before)
    }),
  )
})

test('one change makes new only what is around it; an item put in or taken out makes no other new', () => {
  const before = { name: 'd', tasks: [{ a: 1 }, { b: 2 }, { c: 3 }] }
  const changed = shareStructure(before, { name: 'd', tasks: [{ a: 1 }, { b: 9 }, { c: 3 }] })
  expect([changed.tasks[0] === before.tasks[0], changed.tasks[2] === before.tasks[2]]).toEqual([true, true])
  const longer = shareStructure(before, { name: 'd', tasks: [{ a: 1 }, { x: 0 }, { b: 2 }, { c: 3 }] })
  expect([longer.tasks[0], longer.tasks[2], longer.tasks[3]].map((one, i) => one === before.tasks[i])).toEqual([
    true,
    true,
    true,
  ])
  const shorter = shareStructure(before, { name: 'd', tasks: [{ a: 1 }, { c: 3 }] })
  expect([shorter.tasks[0] === before.tasks[0], shorter.tasks[1] === before.tasks[2]]).toEqual([true, true])
})

test('keys in another order are another text', () => {
  const before = { a: 1, b: 2 }
  expect(JSON.stringify(shareStructure(before, { b: 2, a: 1 }))).toBe('{"b":2,"a":1}')
})
