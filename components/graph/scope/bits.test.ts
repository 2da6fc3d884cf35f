import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bits, difference, hasBit, intersection, noBits, union, withBit, withRange } from './bits'

const SIZE = 3_000
const numbers = fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 40 })

function bitsOf(list: readonly number[]): Bits {
  return list.reduce(withBit, noBits(SIZE))
}

function listOf(bits: Bits): number[] {
  return Array.from({ length: SIZE }, (_, at) => at).filter((at) => hasBit(bits, at))
}

test('union, intersection and difference are those of sets', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [x, y] = [bitsOf(a), bitsOf(b)]
      const [left, right] = [new Set(a), new Set(b)]
      expect(new Set(listOf(union(x, y)))).toEqual(new Set([...a, ...b]))
      expect(new Set(listOf(intersection(x, y)))).toEqual(new Set(a.filter((one) => right.has(one))))
      expect(new Set(listOf(difference(x, y)))).toEqual(new Set(a.filter((one) => !right.has(one))))
      expect(new Set(listOf(x))).toEqual(left)
    }),
  )
})

test('a range reaches over the pieces', () => {
  expect(listOf(withRange(noBits(SIZE), 1_000, 2_100))).toEqual(Array.from({ length: 1_100 }, (_, i) => 1_000 + i))
  expect(listOf(withRange(noBits(SIZE), 5, 5))).toEqual([])
})
