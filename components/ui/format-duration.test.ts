import { expect, test } from 'vitest'
import { formatDuration, formatTicking } from './format-duration'

test.each([
  [0, '0 ms'],
  [184, '184 ms'],
  [999.6, '1.0 s'],
  [6_400, '6.4 s'],
  [59_940, '59.9 s'],
  [59_980, '1 m'],
  [192_000, '3 m 12 s'],
  [3_600_000, '1 h'],
  [7_440_000, '2 h 4 m'],
  [273_600_000, '3 d 4 h'],
  [-5, '0 ms'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('a ticking clock shows tenths below a second', () => {
  expect(formatTicking(420)).toBe('0.4 s')
  expect(formatTicking(6_400)).toBe('6.4 s')
})
