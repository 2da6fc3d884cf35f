import { expect, test } from 'vitest'
import type { Json } from '@/server/model/json'
import { jsonSize } from './json-size'

test.each<[Json, number]>([
  [null, 0],
  ['text', 0],
  [[], 0],
  [[[1], 2], 2],
  [{ a: { b: true }, c: [] }, 2],
])('%j: the characters of its text without commas, and its depth', (value, depth) => {
  const commas = JSON.stringify(value).match(/,/g)?.length ?? 0
  expect(jsonSize(value, 1_000)).toEqual({ characters: JSON.stringify(value).length - commas, depth })
})

test('looks no further than it must, however often a value is named', () => {
  let value: Json = 'x'.repeat(1_000)
  for (let level = 0; level < 60; level++) value = [value, value]
  expect(jsonSize(value, 10_000).characters).toBeLessThan(12_000)
})

test('counts a value that is too deep for recursion', () => {
  let value: Json = null
  for (let level = 0; level < 100_000; level++) value = [value]
  expect(jsonSize(value, 1_000_000)).toEqual({ characters: 200_004, depth: 100_000 })
})
