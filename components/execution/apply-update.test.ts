import { expect, test } from 'vitest'
import { applyUpdate } from './apply-update'
import { aRun, aTask, step } from './testing'

const view = aRun([step('a'), step('b')], [aTask('a', { status: 'SCHEDULED' })], { revision: 3 })
const done = aTask('a', { status: 'COMPLETED' })

test('a delta replaces, adds and removes rows', () => {
  const header = { ...view.header, revision: 4 }
  const next = applyUpdate(view, { type: 'delta', header, tasks: [aTask('b', { seq: 2 }), done], removed: [], now: 20 })
  expect(next.tasks.map((task) => [task.referenceTaskName, task.status])).toEqual([
    ['a', 'COMPLETED'],
    ['b', 'COMPLETED'],
  ])
  const removed = applyUpdate(next, { type: 'delta', header, tasks: [], removed: [done.taskId], now: 21 })
  expect(removed.tasks).toHaveLength(1)
})

test('a message from before a newer one changes nothing', () => {
  const old = { ...view.header, revision: 2 }
  expect(applyUpdate(view, { type: 'delta', header: old, tasks: [done], removed: [], now: 1 })).toBe(view)
})

test('a snapshot replaces everything', () => {
  const other = aRun([step('a')], [])
  expect(applyUpdate(view, { type: 'snapshot', view: other })).toBe(other)
})
