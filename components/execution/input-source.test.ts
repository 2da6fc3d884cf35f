import { expect, test } from 'vitest'
import { inputSource } from './input-source'
import { aRun, step } from './testing'

const { definition } = aRun([step('price_ref', { name: 'Price the cart' })], [])

test.each([
  ['${price_ref.output.total}', 'Price the cart'],
  ['${workflow.input.orderId}', "the workflow's input"],
  ['${workflow.variables.x}', 'a variable'],
  ['${unknown.output.x}', 'unknown'],
  ['Hello ${price_ref.output.x}', null],
  [42, null],
  [undefined, null],
])('%s comes from %s', (expression, source) => {
  expect(inputSource(expression, definition)).toBe(source)
})
