import { describe, expect, test } from 'vitest'
import { deriveDecorations } from './derive-decorations'
import { aRun, aTask, step } from './testing'

const order = [
  step('price', { type: 'HTTP' }),
  step('stock', {
    type: 'SWITCH',
    decisionCases: { yes: [step('charge'), step('thank')] },
    defaultCase: [step('ask'), step('loop', { type: 'DO_WHILE', loopOver: [step('inner')] })],
  }),
  step('last'),
]

describe('decorations', () => {
  test('the case that a SWITCH did not take is marked, with everything inside it', () => {
    const run = aRun(order, [
      aTask('price', { seq: 1, taskType: 'HTTP', note: '200', endTime: 184 }),
      aTask('stock', { seq: 2, taskType: 'SWITCH', note: 'yes' }),
      aTask('charge', { seq: 3, status: 'IN_PROGRESS', workerId: 'warehouse-1', startTime: 8_000 }),
    ])
    const marks = deriveDecorations(run)
    expect(marks.price).toMatchObject({ status: 'COMPLETED', line: '200', durationMs: 184 })
    expect(marks.stock).toMatchObject({ line: 'took yes', selectedCase: 'yes' })
    expect(marks.charge).toMatchObject({ status: 'IN_PROGRESS', line: 'warehouse-1', durationMs: 2_000 })
    expect(marks.ask).toEqual({ notTaken: true })
    expect(marks.inner).toEqual({ notTaken: true })
    expect(marks.thank).toBeUndefined()
    expect(marks.last).toBeUndefined()
  })

  test('an undecided SWITCH rules nothing out', () => {
    const run = aRun(order, [aTask('price', { status: 'IN_PROGRESS' })])
    expect(Object.keys(deriveDecorations(run))).toEqual(['price'])
  })

  test('what an ended run did not reach is marked', () => {
    const run = aRun(order, [aTask('price', { status: 'FAILED', reasonForIncompletion: '503\nstack' })], {
      status: 'FAILED',
    })
    const marks = deriveDecorations(run)
    expect(marks.price).toMatchObject({ status: 'FAILED', line: '503' })
    expect(marks.last).toEqual({ notTaken: true })
  })

  test('attempts are counted within a turn, turns within a loop', () => {
    const loop = [step('loop', { type: 'DO_WHILE', loopOver: [step('inner')] })]
    const run = aRun(loop, [
      aTask('loop', { seq: 1, taskType: 'DO_WHILE', status: 'IN_PROGRESS', performer: 'none' }),
      aTask('inner__1', { seq: 2, iteration: 1 }),
      aTask('inner__2', { seq: 3, iteration: 2, status: 'FAILED', retried: true }),
      aTask('inner__2', { seq: 4, iteration: 2, retryCount: 1, status: 'SCHEDULED' }),
    ])
    const marks = deriveDecorations(run)
    expect(marks.loop).toMatchObject({ iterations: 2 })
    expect(marks.inner).toMatchObject({ status: 'SCHEDULED', attempts: 2, waiting: 'no worker yet' })
  })

  test('a dynamic fork counts its children, a JOIN its branches', () => {
    const fork = [step('each', { type: 'FORK_JOIN_DYNAMIC' }), step('gather', { type: 'JOIN', joinOn: ['a', 'b'] })]
    const run = aRun(fork, [
      aTask('each', { seq: 1, taskType: 'FORK_JOIN_DYNAMIC' }),
      aTask('child_1', { seq: 2, dynamic: true }),
      aTask('child_2', { seq: 3, dynamic: true, status: 'FAILED', retried: true }),
      aTask('gather', { seq: 4, taskType: 'JOIN', status: 'IN_PROGRESS', performer: 'none' }),
      aTask('child_2', { seq: 5, dynamic: true, retryCount: 1, status: 'SCHEDULED' }),
    ])
    const marks = deriveDecorations(run)
    expect(marks.each).toMatchObject({ line: '1 of 2', branches: ['COMPLETED', 'SCHEDULED'] })
    expect(marks.gather).toMatchObject({ line: '0 of 2' })
  })
})
