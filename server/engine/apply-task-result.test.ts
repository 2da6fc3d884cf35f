import { describe, expect, test } from 'vitest'
import { asTaskId, asWorkflowId } from '@/server/model/ids'
import { completed } from './simulate'
import { play, rowOf, START, simple, work, workflow } from './testing/play'

const stage = { workflows: [workflow('w', [simple('a')])], taskDefs: [{ name: 'a', responseTimeoutSeconds: 10 }] }

describe('IN_PROGRESS', () => {
  test('cases 25 and 54: back into the queue, out of reach until the callback', () => {
    const sim = play(stage)
    const id = sim.start('w')
    work(sim, 'a', { status: 'IN_PROGRESS', callbackAfterSeconds: 5, output: { half: true } })
    expect(rowOf(sim, id, 'a')).toMatchObject({ status: 'SCHEDULED', callbackAfterSeconds: 5, leaseUntil: 0 })
    expect(sim.poll('a')).toBeNull()
    sim.advance(5_000)
    expect(sim.poll('a')?.pollCount).toBe(2)
  })

  test('case 30: without a callback it can be polled at once', () => {
    const sim = play(stage)
    sim.start('w')
    work(sim, 'a', { status: 'IN_PROGRESS' })
    expect(sim.poll('a')?.pollCount).toBe(2)
  })

  test('case 26: the final output replaces the intermediate one; by reference it is merged', () => {
    const replaced = play(stage)
    const first = replaced.start('w')
    work(replaced, 'a', { status: 'IN_PROGRESS', output: { x: 1, y: 1 } })
    work(replaced, 'a', { output: { y: 2 } })
    expect(replaced.workflow(first).output).toEqual({ y: 2 })

    const merged = play(stage)
    const second = merged.start('w')
    work(merged, 'a', { status: 'IN_PROGRESS', output: { x: 1, y: 1 } })
    work(merged, 'a', { output: { y: 2 }, mergeOutput: true })
    expect(merged.workflow(second).output).toEqual({ x: 1, y: 2 })
  })
})

test('case 388: extendLease moves the deadline and nothing else', () => {
  const sim = play(stage)
  const id = sim.start('w')
  const task = sim.poll('a')
  sim.advance(9_000)
  sim.finish(task!, { status: 'IN_PROGRESS', extendLease: true })
  expect(rowOf(sim, id, 'a')).toMatchObject({ status: 'IN_PROGRESS', leaseUntil: START + 19_000 })
  sim.advance(9_000)
  expect(rowOf(sim, id, 'a').status).toBe('IN_PROGRESS')
})

test('case 387: a late word changes nothing', () => {
  const sim = play(stage)
  const id = sim.start('w')
  const task = work(sim, 'a', { output: { v: 1 } })
  const late = sim.finish(task, { status: 'FAILED', output: { v: 2 } })
  expect(late.changes).toMatchObject({ workflow: null, updated: [] })
  expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { v: 1 } })
})

test('case 386: an unknown task is refused', () => {
  const sim = play(stage)
  const id = sim.start('w')
  const decision = sim.send(id, completed(asTaskId('nobody')))
  expect(decision.refused).toEqual({ code: 'NOT_FOUND', message: 'No such task found by id: nobody' })
})

test('an answer for a task of another kind ends it as well: a WAIT told to go on', () => {
  const sim = play({ workflows: [workflow('w', [{ name: 'w', taskReferenceName: 'w', type: 'WAIT' }])] })
  const id = sim.start('w')
  sim.finish(rowOf(sim, id, 'w'), { output: { told: 1 } })
  expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { told: 1 } })
})

test('an execution that a worker says it started is shown with its row, and is no child of it', () => {
  const sim = play(stage)
  const id = sim.start('w')
  const other = asWorkflowId('00000000-0000-4000-8000-0000000000ff')
  work(sim, 'a', { status: 'IN_PROGRESS', subWorkflowId: other })
  expect(rowOf(sim, id, 'a')).toMatchObject({ subWorkflowId: other })
  const { effects } = sim.send(id, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
  expect(effects).toEqual([])
})
