import { expect, test } from 'vitest'
import { longHex } from './theme'

test('short colours are written out, others stay', () => {
  expect(longHex('#fff')).toBe('#ffffff')
  expect(longHex('#1a2')).toBe('#11aa22')
  expect(longHex('#161a21')).toBe('#161a21')
})
