import { describe, expect, test } from 'vitest'
import { checkJson } from './check-json'

const limits = { jsonDepth: 5, jsonKeys: 4, stringBytes: 12 }

function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  checkJson(value, limits, text.includes('\\u'))
  return value
}

test('keeps dangerous keys as data and prototypes as they are', () => {
  const value = parseJson('{"__proto__":{"x":1},"constructor":2}') as Record<string, unknown>
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor'])
  expect(JSON.stringify(value)).toBe('{"__proto__":{"x":1},"constructor":2}')
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

describe('refuses', () => {
  test.each([
    ['[[[[[[1]]]]]]', 'nested deeper than 5'],
    ['{"a":1,"b":2,"c":3,"d":4,"e":5}', 'more than 4 keys'],
    ['"1234567890123"', 'longer than 12'],
    ['{"a":"\\u0000"}', 'NUL'],
    ['{"\\u0000":1}', 'NUL'],
    ['["\\ud800"]', 'surrogate'],
  ])('%s', (text, problem) => {
    expect(() => parseJson(text)).toThrow(problem)
  })

  test('a megabyte of brackets, quickly', () => {
    const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
    expect(() => parseJson(deep)).toThrow('nested deeper')
  })
})

test('a whole surrogate pair is fine', () => {
  expect(parseJson('"\\ud83d\\ude00"')).toBe('😀')
})
