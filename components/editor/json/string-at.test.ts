import { expect, test } from 'vitest'
import { stringAt } from './string-at'

/** The cursor is where the bar stands. */
test.each([
  ['"a": "x |y"', 'x y'],
  ['"a|": "x"', 'a'],
  ['"a":| "x"', null],
  ['"a": "x \\"quo|ted\\" y", "b": 1', 'x \\"quoted\\" y'],
  ['"a": "${never closed|', '${never closed'],
  ['"a": "x", |', null],
  ['|', null],
])('%s', (line, expected) => {
  expect(stringAt(line.replace('|', ''), line.indexOf('|'))?.text ?? null).toBe(expected)
})
