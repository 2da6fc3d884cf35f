import { expect, it } from 'vitest'
import { arrayLiteral, textArrayOf, textOf } from './columns'

it('writes array literals as PostgreSQL reads them', () => {
  expect(arrayLiteral('int8', [1, null, 3])).toBe('{1,NULL,3}')
  expect(arrayLiteral('bool', [true, false])).toBe('{true,false}')
  expect(arrayLiteral('text', ['a', null, '', 'NULL', 'x,y{z}'])).toBe('{"a",NULL,"","NULL","x,y{z}"}')
  expect(arrayLiteral('json', ['{"k":"a\\"b"}'])).toBe(String.raw`{"{\"k\":\"a\\\"b\"}"}`)
  expect(textArrayOf(['r"1', 'r\\2'])).toBe(String.raw`{"r\"1","r\\2"}`)
})

it('drops what text cannot hold', () => {
  expect(textOf('a\0b')).toBe('ab')
  expect(textOf(null)).toBeNull()
})
