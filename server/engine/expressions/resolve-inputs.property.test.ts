import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '@/server/model/json'
import { findReferences } from './references'
import { resolveInputs } from './resolve-inputs'

const PIECES = [
  '${',
  '}',
  '$',
  '{',
  'a',
  '.b',
  '[0]',
  "['c']",
  '..',
  '[*]',
  '[?(@.b)]',
  'workflow',
  '.secrets.',
  '.env.',
  ' ',
  '\n',
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
const value = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constant(null),
    fc.integer(),
    fc.array(tie('json')),
    fc.dictionary(text, tie('json')),
  ),
})).json

const scope = (a: Json) => ({ lookup: (root: string) => (root === 'a' ? a : undefined), env: {} })

it('any value resolves, to the same each time, and keeps its keys', () => {
  fc.assert(
    fc.property(value, value, (input, a) => {
      const before = JSON.stringify([input, a])
      const resolved = resolveInputs(input, scope(a))
      expect(resolveInputs(input, scope(a))).toEqual(resolved)
      expect(JSON.stringify([input, a])).toBe(before)
      if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
        expect(Object.keys(resolved as object)).toEqual(Object.keys(input))
      }
    }),
  )
})

it('a value without markers is returned as it is', () => {
  const plain = { a: [1, 'two', { b: null }], c: '$5 {x}' }
  expect(resolveInputs(plain, scope(1))).toBe(plain)
})

it('references are found in whatever can be resolved', () => {
  fc.assert(fc.property(value, (input) => void findReferences(input)))
})
