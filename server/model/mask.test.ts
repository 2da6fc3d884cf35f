import { expect, it } from 'vitest'
import { maskOf } from './mask'

it('hides the definition’s fields at any depth, and what is always hidden', () => {
  const mask = maskOf({ maskedFields: ['card', 'pin'] })
  expect(
    mask({ card: { number: 1 }, list: [{ pin: 2, a: 3 }], _secrets: { key: 'x' }, deep: { _masked: [1] } }),
  ).toEqual({
    card: '***',
    list: [{ pin: '***', a: 3 }],
    _secrets: '***',
    deep: { _masked: '***' },
  })
})

it('gives back what hides nothing as it is', () => {
  const payload = { a: [1, { b: null }], c: { d: 'card' } }
  expect(maskOf({ maskedFields: ['card'] })(payload)).toBe(payload)
  const own = JSON.parse('{"__proto__":{"x":1},"constructor":2}')
  expect(maskOf({ maskedFields: [] })(own)).toBe(own)
})
