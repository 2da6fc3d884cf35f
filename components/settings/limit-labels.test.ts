import { expect, test } from 'vitest'
import { limitText } from './limit-labels'

test.each([
  [1_204, 'count', '1,204'],
  [10 * 1024 * 1024, 'bytes', '10 MB'],
  [512 * 1024, 'bytes', '512 KB'],
  [900, 'bytes', '900 B'],
  [1_500, 'ms', '1.5 s'],
  [250, 'ms', '250 ms'],
  [1, 'days', '1 day'],
  [7, 'days', '7 days'],
] as const)('%d %s reads %s', (value, unit, text) => {
  expect(limitText(value, unit)).toBe(text)
})
