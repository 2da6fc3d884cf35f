import { expect, test } from 'vitest'
import { friendlyName } from './friendly-name'
import { isNamespaceName } from './namespace-name'

test('names are short, sayable and legal', () => {
  expect(friendlyName(() => 0.99)).toBe('violet-yard')
  expect(friendlyName(() => 0)).toBe('amber-bay')
  for (let attempt = 0; attempt < 9; attempt += 1)
    expect(isNamespaceName(friendlyName(Math.random, attempt))).toBe(true)
})

test('later attempts carry a number', () => {
  expect(friendlyName(() => 0.5, 4)).toBe('maroon-lab-5000')
})
