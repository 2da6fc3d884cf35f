import { expect, test } from 'vitest'
import { highlight } from './highlight'

test('keywords, strings and comments are told apart, and nothing is lost', () => {
  const code = 'import { a } from "x" // from here\nconst b = 1'
  const parts = highlight(code, 'javascript')
  expect(parts.map((part) => part.text).join('')).toBe(code)
  expect(parts.filter((part) => part.className).map((part) => part.text)).toEqual([
    'import',
    'from',
    '"x"',
    '// from here',
    'const',
  ])
})

test('a URL inside a string is no comment', () => {
  const parts = highlight('url = "http://localhost:3000/api"', 'javascript')
  expect(parts.at(-1)).toEqual({ text: '"http://localhost:3000/api"', className: 'text-syntax-string' })
})
