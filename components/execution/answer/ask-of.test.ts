import { describe, expect, test } from 'vitest'
import { aRun, aTask, step } from '@/components/execution/testing'
import { askOf, needsAnswer } from './ask-of'

const NOW = 10_000
const scene = { definition: null, pollers: [], now: NOW }
const open = { status: 'IN_PROGRESS', performer: 'none' } as const

describe('what an open task waits for', () => {
  test.each([
    ['HUMAN', {}, /a person/],
    ['WAIT', {}, /told to go on/],
    ['WAIT', { waitTimeout: NOW + 60_000 }, /by itself/],
    ['YIELD', {}, /signal/],
    ['WAIT_FOR_WEBHOOK', {}, /webhook event/],
  ] as const)('%s %o', (taskType, over, words) => {
    expect(askOf(aTask('a', { ...open, taskType, ...over }), scene)?.text).toMatch(words)
  })

  test('work that nobody asks for names the kind of worker', () => {
    const row = aTask('ship_ref', { status: 'SCHEDULED', taskDefName: 'ship' })
    expect(askOf(row, scene)).toMatchObject({ lacksWorkerFor: 'ship' })
    const pollers = [{ taskType: 'ship', domain: null, workerId: 'w', lastPollTime: NOW - 1 }]
    expect(askOf(row, { ...scene, pollers })).toMatchObject({ lacksWorkerFor: null })
  })

  test('nothing is asked of what has ended, nor of what the server does', () => {
    expect(askOf(aTask('a', { taskType: 'HUMAN', performer: 'none' }), scene)).toBeNull()
    expect(askOf(aTask('a', { ...open, taskType: 'JOIN' }), scene)).toBeNull()
    expect(askOf(aTask('a', { ...open, taskType: 'HTTP', performer: 'system' }), scene)).toBeNull()
  })

  test('an EVENT that completes from outside can be answered', () => {
    const { definition } = aRun([step('a', { type: 'EVENT', sink: 'conductor', asyncComplete: true })], [])
    const row = aTask('a', { ...open, taskType: 'EVENT', performer: 'system' })
    expect(askOf(row, { ...scene, definition: definition.tasks[0] ?? null })?.text).toMatch(/from outside/)
  })
})

test('a wait that ends by itself needs no answer, one without an end does', () => {
  expect(needsAnswer(aTask('a', { ...open, taskType: 'WAIT', waitTimeout: NOW }))).toBe(false)
  expect(needsAnswer(aTask('a', { ...open, taskType: 'WAIT' }))).toBe(true)
  expect(needsAnswer(aTask('a', { status: 'SCHEDULED' }))).toBe(false)
})
