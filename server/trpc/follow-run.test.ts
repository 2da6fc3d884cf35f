import { expect, test } from 'vitest'
import { aRun, aTask, step } from '@/components/execution/testing'
import type { RunUpdate } from '@/server/model/run-view'
import type { RunPosition } from '@/server/queries/get-run-changes'
import { followRun } from './follow-run'

function snapshot(revision: number): RunUpdate {
  return { type: 'snapshot', view: aRun([step('a')], [aTask('a')], { revision, now: revision * 10 }) }
}

test('a wake-up is answered at once, from where the viewer is', async () => {
  const asked: RunPosition[] = []
  let wake = () => {}
  let current = 1
  const stopped: string[] = []
  const leave = new AbortController()
  const updates = followRun({
    since: 0,
    read: async (seen) => {
      asked.push(seen)
      return seen.revision === current ? null : snapshot(current)
    },
    onNews: (listener) => {
      wake = listener
      return () => stopped.push('stopped')
    },
    signal: leave.signal,
  })
  expect((await updates.next()).value?.revision).toBe(1)
  const second = updates.next()
  current = 2
  wake()
  expect((await second).value?.revision).toBe(2)
  expect(asked[1]).toEqual({ revision: 1, now: 10 })
  leave.abort()
  expect((await updates.next()).done).toBe(true)
  expect(stopped).toEqual(['stopped'])
})
