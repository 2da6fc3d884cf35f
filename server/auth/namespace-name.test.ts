import { expect, test } from 'vitest'
import { isNamespaceName } from './namespace-name'

test.each(['violet-lab', 'abc', 'team-7', 'a1b'])('%s is a name', (name) => {
  expect(isNamespaceName(name)).toBe(true)
})

test.each(['ab', 'Violet', '7up', '-lab', 'lab-', 'a--b', 'a b', 'a/b', 'health?', 'x'.repeat(41)])(
  '%s is none',
  (name) => {
    expect(isNamespaceName(name)).toBe(false)
  },
)
