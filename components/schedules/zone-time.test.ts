import { expect, it } from 'vitest'
import { untilText, zoneTime } from './zone-time'

it.each([
  [-5_000, 'now'],
  [4_600, 'in 5 s'],
  [90_000, 'in 2 min'],
  [3 * 3_600_000, 'in 3 h'],
  [3 * 86_400_000, 'in 3 days'],
])('%i ms from now is %s', (ms, text) => {
  expect(untilText(1_000_000 + ms, 1_000_000)).toBe(text)
})

it('shows a moment on the clock of its zone, and of an unknown one somehow', () => {
  const noon = Date.UTC(2026, 5, 1, 12)
  expect(zoneTime(noon, 'Asia/Tokyo')).toContain('21:00:00')
  expect(zoneTime(noon, 'Mars/Base')).toMatch(/\d\d:\d\d:\d\d/)
})
