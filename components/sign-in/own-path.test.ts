import { expect, test } from 'vitest'
import { ownPath } from './own-path'

const HERE = 'http://localhost:3000'

test('a path of ours is kept with its query', () => {
  expect(ownPath('/executions?status=FAILED', HERE)).toBe('/executions?status=FAILED')
  expect(ownPath('http://localhost:3000/run', HERE)).toBe('/run')
})

test.each([
  'https://evil.example/',
  '//evil.example/x',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/sign-in?callbackUrl=/',
])('%s leads home', (wanted) => {
  expect(ownPath(wanted, HERE)).toBe('/')
})
