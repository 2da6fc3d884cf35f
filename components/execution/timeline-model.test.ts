import { expect, test } from 'vitest'
import { aRun, aTask, step } from './testing'
import { formatTick, timeScale } from './time-scale'
import { buildTimeline } from './timeline-model'

test('attempts have rows of their own; queue time is apart from work', () => {
  const run = aRun(
    [step('charge'), step('later')],
    [
      aTask('charge', { seq: 2, retryCount: 1, scheduledTime: 5_000, startTime: 6_000, endTime: 6_402 }),
      aTask('charge', {
        seq: 1,
        status: 'FAILED',
        retried: true,
        startTime: 1_000,
        endTime: 1_600,
        reasonForIncompletion: '503',
      }),
    ],
  )
  const { rows } = buildTimeline(run)
  expect(rows.map((row) => [row.title, row.tag, row.label])).toEqual([
    ['charge', 'attempt 1', '503'],
    ['charge', 'attempt 2', '402 ms'],
    ['later', null, ''],
  ])
  expect(rows[1]).toMatchObject({ queue: { from: 5_000, to: 6_000 }, work: { from: 6_000, to: 6_402 } })
})

test('an open task grows until now, and a finished run shows nothing ahead', () => {
  const open = buildTimeline(aRun([step('a')], [aTask('a', { status: 'IN_PROGRESS', startTime: 4_000 })]))
  expect(open.rows[0]?.work).toEqual({ from: 4_000, to: 10_000 })
  expect(open.spanMs).toBe(10_000)
  const ended = aRun([step('a'), step('b')], [aTask('a', { endTime: 50 })], { status: 'FAILED', endTime: 50 })
  expect(buildTimeline(ended).rows).toHaveLength(1)
})

test('a task that ended without a start (canceled in the queue) has no negative bar', () => {
  const { rows } = buildTimeline(
    aRun([step('a')], [aTask('a', { status: 'CANCELED', scheduledTime: 10, endTime: 900 })]),
  )
  expect(rows[0]).toMatchObject({ queue: { from: 10, to: 900 }, work: { from: 900, to: 900 }, label: 'canceled' })
})

test.each([
  [1, 1, 1],
  [212, 1.05, 50],
  [6_400, 1.45, 1_000],
  [7_440_000, 1.05, 900_000],
  [4_000_000_000, 1, 432_000_000],
])('a span of %d ms with room %d has ticks every %d ms', (span, room, step) => {
  const scale = timeScale(span, room)
  expect(scale.stepMs).toBe(step)
  expect(scale.endMs).toBeGreaterThanOrEqual(span)
  expect(scale.ticks.length).toBeLessThanOrEqual(10)
})

test('ticks read in the unit of their step', () => {
  expect([0, 500, 1_000].map((ms) => formatTick(ms, 500))).toEqual(['0 ms', '500 ms', '1 s'])
  expect([0, 30_000, 90_000].map((ms) => formatTick(ms, 30_000))).toEqual(['0 s', '30 s', '1:30'])
  expect(formatTick(7_200_000, 3_600_000)).toBe('2 h')
})
