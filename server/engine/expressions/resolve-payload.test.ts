import { expect, test } from 'vitest'
import { resolvePayload } from './resolve-payload'

const payload = { order: { id: 'o-1', lines: [{ sku: 'a' }, { sku: 'b' }] }, 'a b': 2, $: 'dollar' }
const value = (text: string) => resolvePayload({ it: text }, payload, 10_000).it

test.each([
  ['${order.id}', 'o-1'],
  ['${$.order.id}', 'o-1'],
  ['order ${order.id} of ${nobody}', 'order o-1 of null'],
  ['${order.lines[1].sku}', 'b'],
  ["${['a b']}", 2],
  ['${order.lines[*].sku}', ['a', 'b']],
  ['${$..sku}', ['a', 'b']],
  ['${nobody.at.home}', null],
  ['$${order.id}', '${order.id}'],
])('%s is %j', (text, expected) => {
  expect(value(text)).toEqual(expected)
})

test('${$} is the whole payload', () => {
  expect(value('${$}')).toEqual(payload)
})

test('what would grow beyond the limit is null from there on', () => {
  const resolved = resolvePayload({ a: '${$}', b: '${$}', c: '${order.id}' }, payload, 10)
  expect([resolved.b, resolved.c]).toEqual([null, null])
})
