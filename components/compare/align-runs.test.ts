import { expect, test } from 'vitest'
import { aRun, aTask, step } from '@/components/execution/testing'
import type { RunTask } from '@/server/model/run-view'
import { alignRuns, type MarkedRun } from './align-runs'

function marked(tasks: readonly RunTask[], outputs: Readonly<Record<string, string>> = {}): MarkedRun {
  const view = aRun([step('a')], [...tasks])
  const digests = new Map(
    tasks.map((task) => [task.taskId, { input: '', output: outputs[task.referenceTaskName] ?? '' }]),
  )
  return { view, digests }
}
const rows = (...refs: string[]) => refs.map((ref, at) => aTask(ref, { seq: at + 1 }))

test('a run differs in nothing from itself', () => {
  const run = marked(rows('a', 'b'))
  expect(alignRuns(run, run).map(({ differences }) => differences)).toEqual([[], []])
})

test('what went another way stands where it happened', () => {
  const pairs = alignRuns(marked(rows('a', 'yes', 'z')), marked(rows('a', 'no', 'z')))
  expect(pairs.map(({ ref, differences }) => [ref, ...differences])).toEqual([
    ['a'],
    ['no', 'only right'],
    ['yes', 'only left'],
    ['z'],
  ])
})

test('status, attempts and payloads are told apart; the last attempt counts', () => {
  const left = marked([
    aTask('a', { seq: 1, status: 'FAILED' }),
    aTask('a', { seq: 2, retryCount: 1, status: 'COMPLETED' }),
    aTask('b', { seq: 3, status: 'FAILED' }),
  ])
  const right = marked(rows('a', 'b'), { a: 'other' })
  expect(alignRuns(left, right).map(({ differences }) => differences)).toEqual([['attempts', 'output'], ['status']])
})
