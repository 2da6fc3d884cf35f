import { expect, test } from 'vitest'
import { aRun, aTask, step } from '@/components/execution/testing'
import type { Difference } from './align-runs'
import { firstDifference } from './difference-words'

const view = aRun([step('pay_ref', { name: 'pay' })], [])
const say = (...differences: Difference[]) =>
  firstDifference(view, view, { ref: 'pay_ref', left: aTask('pay_ref'), right: null, differences })

test('one sentence says how far both went the same way', () => {
  expect(firstDifference(view, view, undefined)).toBe('Both did the same, step by step.')
  expect(say('output')).toBe('The same until pay: its output differs.')
  expect(say('attempts')).toBe('The same until pay: its attempts differ.')
  expect(say('status', 'input', 'output')).toBe('The same until pay: its status, input and output differ.')
  expect(say('only left')).toBe('The same until pay, which only the left one ran.')
})
