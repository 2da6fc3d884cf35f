import { expect, test } from 'vitest'
import { play, START, simple, work, workflow } from '@/server/engine/testing/play'
import type { Task } from './execution'
import { toTaskSummary } from './wire-summary'
import { toWireTask } from './wire-task'

const owner = { workflowName: 'w', correlationId: null, priority: 0 }

/** The rows of a task that fails with this reason and is tried again after a minute. */
function attempts(reasonForIncompletion: string): readonly Task[] {
  const sim = play({
    workflows: [workflow('w', [simple('a', { startDelay: 5 })])],
    taskDefs: [{ name: 'a', retryCount: 1, retryDelaySeconds: 60 }],
  })
  const id = sim.start('w')
  sim.advance(5_000 + 400)
  work(sim, 'a', { status: 'FAILED', reasonForIncompletion })
  sim.advance(60_000 + 700)
  sim.poll('a')
  return sim.tasks(id)
}

test('a reason is cut to 500 characters, and only for who reads it', () => {
  const [failed] = attempts('x'.repeat(600))
  if (failed === undefined) throw new Error('There is no row.')
  expect(failed.reasonForIncompletion).toHaveLength(600)
  expect(toWireTask(failed, owner, null).reasonForIncompletion).toBe('x'.repeat(500))
  expect(toTaskSummary(failed, owner).reasonForIncompletion).toBe('x'.repeat(500))
})

test('what is put off does not wait in the queue', () => {
  const rows = attempts('no')
  expect(rows.map((row) => toWireTask(row, owner, null).queueWaitTime)).toEqual([400, 700])
  expect(rows.map((row) => toTaskSummary(row, owner).queueWaitTime)).toEqual([400, 700])
  expect(rows.map(({ scheduledTime }) => scheduledTime - START)).toEqual([0, 5_400])
})
