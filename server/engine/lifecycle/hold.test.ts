import { describe, expect, test } from 'vitest'
import type { EngineEvent } from '@/server/engine/event'
import type { Simulation } from '@/server/engine/simulate'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowId } from '@/server/model/ids'

const RETRY: EngineEvent = { type: 'retry', resumeSubworkflowTasks: false }

const child = workflow('child', [simple('inner', { retryCount: 0 })])
const parent = workflow('parent', [...fork('f', [[sub('s', 'child')], [simple('beside')]]), simple('z')], {
  rateLimitConfig: { concurrentExecLimit: 1 },
})
const grand = workflow('grand', [sub('p', 'parent')])

/** As the database does. */
function admit(sim: Simulation, id: WorkflowId): void {
  const execution = sim.executions.get(id)
  const gate = execution?.workflow.gate
  if (!execution || !gate) throw new Error('It has no gate.')
  execution.workflow = { ...execution.workflow, gate: { ...gate, waiting: false } }
  sim.send(id, { type: 'wake' })
}

function reopened() {
  const sim = play({ workflows: [parent, child, grand], limited: true })
  const grandId = sim.start('grand')
  const id = childOf(sim, grandId, 'p')
  const childId = childOf(sim, id, 's')
  work(sim, 'inner', { status: 'FAILED' })
  expect([sim.workflow(id).status, sim.workflow(grandId).status]).toEqual(['FAILED', 'FAILED'])
  sim.send(childId, RETRY)
  return { sim, id, childId, grandId }
}

describe('a parent that runs again because of its child, and needs a place', () => {
  test('waits at its gate; its row shows the child, and what lies beside it does not run', () => {
    const { sim, id, childId, grandId } = reopened()
    expect(sim.workflow(childId).status).toBe('RUNNING')
    expect(sim.workflow(id)).toMatchObject({ status: 'RUNNING', gate: { waiting: true } })
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 's:IN_PROGRESS', 'beside:CANCELED', 'f_join:CANCELED'])
    expect(sim.workflow(grandId).status).toBe('FAILED')
  })

  test('goes on as ever once it has one', () => {
    const { sim, id, grandId } = reopened()
    admit(sim, id)
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 's:IN_PROGRESS', 'beside:SCHEDULED', 'f_join:IN_PROGRESS'])
    expect(sim.workflow(grandId).status).toBe('RUNNING')
    for (const type of ['inner', 'beside', 'z']) work(sim, type)
    expect(sim.workflow(grandId).status).toBe('COMPLETED')
  })

  test('follows a child that has ended meanwhile', () => {
    const { sim, id } = reopened()
    work(sim, 'inner')
    expect(rowOf(sim, id, 's').status).toBe('COMPLETED')
    expect(sim.workflow(id)).toMatchObject({ status: 'RUNNING', gate: { waiting: true } })
    admit(sim, id)
    for (const type of ['beside', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('fails with a child that has failed meanwhile, which is not asked to try again', () => {
    const { sim, id, childId } = reopened()
    work(sim, 'inner', { status: 'FAILED' })
    admit(sim, id)
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(sim.workflow(childId).status).toBe('FAILED')
    expect(rowsOf(sim, childId)).toEqual(['inner:FAILED', 'inner:FAILED'])
  })

  test('ends with the child when it is terminated while it waits', () => {
    const { sim, id, childId } = reopened()
    sim.send(id, { type: 'terminate', reason: 'enough', triggerFailureWorkflow: false })
    expect([sim.workflow(id).status, sim.workflow(childId).status]).toEqual(['TERMINATED', 'TERMINATED'])
    expect(sim.workflow(id).state).toBeNull()
  })
})

test('who waits at a gate does not jump past it', () => {
  const { sim, id } = reopened()
  expect(sim.send(id, { type: 'jump', ref: 'z', taskInput: {} }).refused).toMatchObject({ code: 'CONFLICT' })
})
