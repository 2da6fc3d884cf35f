import { expect, test } from 'vitest'
import { isCurrent } from './nav-items'

test('a page belongs to the item its path begins with', () => {
  expect(isCurrent('/workflows', '/workflows/PopulationMinMax')).toBe(true)
  expect(isCurrent('/workflows', '/workflows')).toBe(true)
  expect(isCurrent('/run', '/runs')).toBe(false)
})

test('home is only itself', () => {
  expect(isCurrent('/', '/')).toBe(true)
  expect(isCurrent('/', '/access')).toBe(false)
})
