import { expect, test } from 'vitest'
import { indexRun } from './run-index'
import { runProgress } from './run-progress'
import { aRun, aTask, step } from './testing'

const definition = [
  step('first'),
  step('choose', {
    type: 'SWITCH',
    decisionCases: { long: [step('a'), step('b'), step('c')] },
    defaultCase: [step('d')],
  }),
]

function progress(run: ReturnType<typeof aRun>) {
  return runProgress(run, indexRun(run))
}

test('an undecided SWITCH counts its longest case, a decided one the case it took', () => {
  expect(progress(aRun(definition, [aTask('first')]))).toEqual({ done: 1, total: 5 })
  const decided = [
    aTask('first'),
    aTask('choose', { seq: 2, taskType: 'SWITCH' }),
    aTask('d', { seq: 3, status: 'SCHEDULED' }),
  ]
  expect(progress(aRun(definition, decided))).toEqual({ done: 2, total: 3 })
})

test('a retried attempt counts once, and an ended run counts what ran', () => {
  const rows = [
    aTask('first', { status: 'FAILED', retried: true }),
    aTask('first', { seq: 2, retryCount: 1, status: 'FAILED' }),
  ]
  expect(progress(aRun(definition, rows, { status: 'FAILED' }))).toEqual({ done: 0, total: 1 })
})
