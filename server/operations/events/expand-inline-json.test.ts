import { expect, test } from 'vitest'
import { expandInlineJson } from './expand-inline-json'

test('texts in maps that are JSON become what they say', () => {
  const payload = { a: '{"b": [1, {"c": "[2]"}]}', deep: { d: ' {"e": 3}' }, n: 4, t: 'plain', broken: '{"x": ' }
  expect(expandInlineJson(payload)).toEqual({
    a: { b: [1, { c: [2] }] },
    deep: { d: { e: 3 } },
    n: 4,
    t: 'plain',
    broken: '{"x": ',
  })
})

test('texts in lists stay texts, maps in lists are looked into', () => {
  expect(expandInlineJson({ list: ['{"a": 1}', { b: '{"c": 1}' }] })).toEqual({ list: ['{"a": 1}', { b: { c: 1 } }] })
})

test('what nests too deeply stays as it is', () => {
  const deep = '['.repeat(5_000) + ']'.repeat(5_000)
  expect(expandInlineJson({ deep })).toEqual({ deep })
})
