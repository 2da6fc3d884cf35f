import { expect, test } from 'vitest'
import { runSentence } from './run-sentence'
import { sentenceText } from './sentence'
import { aRun, aTask, step } from './testing'

const hello = [step('hello_world')]
const waiting = aTask('hello_world', { status: 'SCHEDULED' })
const poller = { taskType: 'hello_world', domain: null, workerId: 'w1', lastPollTime: 9_000 }

function say(...args: Parameters<typeof runSentence>): string {
  return sentenceText(runSentence(...args))
}

test('nobody polls: the sentence offers to connect a worker', () => {
  const run = aRun(hello, [waiting])
  expect(say(run, [])).toBe('Waiting for a worker for hello_world: none has polled in the last minute.')
  expect(runSentence(run, []).action).toEqual({ type: 'connect-worker', taskType: 'hello_world' })
})

test('somebody polls, but not for this domain', () => {
  expect(say(aRun(hello, [waiting]), [poller])).toBe('hello_world is in the queue; 1 worker polls for it')
  expect(say(aRun(hello, [waiting]), [{ ...poller, domain: 'eu' }])).toContain('none has polled')
  expect(say(aRun(hello, [waiting], { now: 100_000 }), [poller])).toContain('none has polled')
})

test('a worker that works is named; others are counted', () => {
  const rows = [
    aTask('pick', { status: 'IN_PROGRESS', workerId: 'warehouse-1' }),
    aTask('mail', { status: 'SCHEDULED' }),
  ]
  const pollers = [{ ...poller, taskType: 'mail' }]
  expect(say(aRun([step('pick'), step('mail')], rows), pollers)).toBe(
    'pick is working on warehouse-1 · 1 more task open',
  )
})

test('a retry says when', () => {
  const run = aRun(hello, [aTask('hello_world', { status: 'SCHEDULED', retryCount: 1, deliverAt: 12_000 })])
  expect(say(run, [])).toBe('hello_world: attempt 2 starts in 2.0 s')
})

test('ends are told with their reason', () => {
  expect(say(aRun(hello, [], { status: 'COMPLETED', endTime: 212 }), [])).toBe('Finished in 212 ms.')
  expect(say(aRun(hello, [], { status: 'TERMINATED', reasonForIncompletion: 'by me' }), [])).toBe('Stopped: by me')
  const failed = aTask('hello_world', { status: 'FAILED', retryCount: 2, reasonForIncompletion: 'boom' })
  const run = aRun(hello, [failed], { status: 'FAILED', failedReferenceTaskNames: ['hello_world'] })
  expect(say(run, [])).toBe('hello_world failed after 3 attempts: boom')
})

test('a run whose time is up says what it waited for', () => {
  const reasonForIncompletion =
    'Workflow timed out after 2 seconds. Timeout configured as 2 seconds. Timeout policy configured to TIME_OUT_WF'
  const rows = [aTask('hello_world', { status: 'CANCELED' })]
  expect(say(aRun(hello, rows, { status: 'TIMED_OUT', reasonForIncompletion }), [])).toBe(
    'The run timed out: it was not done after 2.0 s. It waited for hello_world.',
  )
})

test('of a refused call the sentence keeps what was asked, not the page that came back', () => {
  const reasonForIncompletion =
    'Failed to invoke HTTP task due to: 404 Not Found on GET request for "http://x/y": "<html>a page</html>"'
  const failed = aTask('hello_world', { status: 'FAILED', reasonForIncompletion })
  const run = aRun(hello, [failed], { status: 'FAILED', failedReferenceTaskNames: ['hello_world'] })
  expect(say(run, [])).toBe('hello_world failed: 404 Not Found on GET request for "http://x/y"')
})

test('waits for a webhook or a signal are told apart', () => {
  const wait = (taskType: string) => aTask('a', { taskType, status: 'IN_PROGRESS', performer: 'none' })
  expect(say(aRun([step('a')], [wait('WAIT_FOR_WEBHOOK')]), [])).toBe('a waits for a webhook event')
  expect(say(aRun([step('a')], [wait('YIELD')]), [])).toBe('a waits for a signal')
})

test('a run that its workflow’s rate limit holds back says whose turn it is', () => {
  const gate = { key: 'tenant-7', limit: 2, waiting: true }
  expect(say(aRun(hello, [], { gate }), [])).toBe('Waits for its turn in tenant-7: no more than 2 run at once.')
  const passed = aRun(hello, [waiting], { gate: { ...gate, waiting: false } })
  expect(say(passed, [])).toBe(say(aRun(hello, [waiting]), []))
})

test('a paused run offers to resume', () => {
  expect(runSentence(aRun(hello, [waiting], { status: 'PAUSED' }), []).action).toEqual({ type: 'resume' })
})
