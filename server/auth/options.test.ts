import { expect, test } from 'vitest'
import { sameOrigin } from './options'

const BASE = 'http://localhost:3000'

test('a redirect to our own pages is kept', () => {
  expect(sameOrigin('/workflows?x=1', BASE)).toBe('http://localhost:3000/workflows?x=1')
  expect(sameOrigin('http://localhost:3000/run', BASE)).toBe('http://localhost:3000/run')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  'http://localhost:3000@evil.example/',
  'javascript:alert(1)',
  '\\\\evil.example',
  'http://[',
])('a redirect to %s stays at home', (url) => {
  expect(sameOrigin(url, BASE)).toBe(BASE)
})
