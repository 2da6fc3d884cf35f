import { expect, test } from 'vitest'
import { anchorOf } from './note-anchor'

const renames = [
  { from: 'a', to: 'b' },
  { from: 'b', to: 'c' },
]

test.each([
  ['a', ['a', 'x'], 'a'],
  ['a', ['b'], 'b'],
  ['a', ['c'], 'c'],
  ['c', ['a'], 'a'],
  ['a', ['x'], null],
  [null, ['x'], null],
])('of %s among %j: %s', (ref, refs, found) => {
  expect(anchorOf({ ref }, new Set(refs), renames)).toBe(found)
})
