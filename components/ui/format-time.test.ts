import { expect, test } from 'vitest'
import { formatAgo } from './format-time'

const now = Date.UTC(2026, 10, 22, 12, 0, 0)

test.each([
  [0, 'now'],
  [44_000, 'now'],
  [60_000, '1 min ago'],
  [26 * 60_000, '26 min ago'],
  [3 * 3_600_000, '3 h ago'],
  [30 * 3_600_000, 'yesterday'],
  [10 * 86_400_000, '12 Nov 2026'],
])('%d ms ago reads %s', (age, text) => {
  expect(formatAgo(now - age, now)).toBe(text)
})
