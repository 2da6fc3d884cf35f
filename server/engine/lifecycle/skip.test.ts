import { describe, expect, test } from 'vitest'
import type { SkipCommand } from '@/server/engine/event'
import { fork, play, rowOf, rowsOf, START, simple, system, work, workflow } from '@/server/engine/testing/play'

const skip = (ref: string, more: Partial<SkipCommand> = {}): SkipCommand => ({
  type: 'skip',
  ref,
  taskInput: {},
  taskOutput: {},
  ...more,
})
const line = workflow('line', [
  simple('t1'),
  simple('t2', { name: 'two' }),
  simple('t3', { inputParameters: { from: '${t2.output.x}' } }),
])

describe('skip', () => {
  test('case 48: listed first, stepped over, its output is there', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    sim.send(id, skip('t2', { taskInput: { i: 1 }, taskOutput: { x: 2 } }))
    const fields = { seq: 0, taskType: 'two', endTime: START, inputData: { i: 1 }, outputData: { x: 2 } }
    expect(sim.tasks(id)[0]).toMatchObject({ referenceTaskName: 't2', status: 'SKIPPED', ...fields })
    work(sim, 't1')
    expect(rowsOf(sim, id)).toEqual(['t2:SKIPPED', 't1:COMPLETED', 't3:SCHEDULED'])
    expect(work(sim, 't3').inputData).toEqual({ from: 2 })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 392: not what is scheduled, not while paused, not what does not exist', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    const codes = ['t1', 'nobody'].map((ref) => sim.send(id, skip(ref)).refused?.code)
    sim.send(id, { type: 'pause' })
    expect([...codes, sim.send(id, skip('t2')).refused?.code]).toEqual(['CONFLICT', 'NOT_FOUND', 'CONFLICT'])
  })

  test('several in a row up to the end, and twice the same', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    for (const ref of ['t3', 't2']) sim.send(id, skip(ref))
    expect(sim.send(id, skip('t2')).refused?.code).toBe('CONFLICT')
    work(sim, 't1')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(rowsOf(sim, id)).toHaveLength(3)
  })

  test('the only task of a case, a branch to come, and a task of the loop’s present turn', () => {
    const choose = system('SWITCH', 's', { evaluatorType: 'value-param', expression: 'x', defaultCase: [simple('c')] })
    const loop = system('DO_WHILE', 'l', { loopCondition: '$.l.iteration < 2', loopOver: [simple('p'), simple('q')] })
    const sim = play({
      workflows: [workflow('w', [simple('a'), choose, ...fork('f', [[simple('x')], [simple('y')]]), loop])],
    })
    const id = sim.start('w')
    expect(sim.send(id, skip('q')).refused?.code).toBe('CONFLICT')
    for (const ref of ['c', 'y']) sim.send(id, skip(ref))
    work(sim, 'a')
    work(sim, 'x')
    expect(rowOf(sim, id, 'f_join').status).toBe('COMPLETED')
    sim.send(id, skip('q'))
    work(sim, 'p')
    expect(rowOf(sim, id, 'l').iteration).toBe(2)
    for (const type of ['p', 'q']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

describe('resetcallbacks', () => {
  test('what was put off can be had now; an ended workflow has nothing to reset', () => {
    const sim = play({ workflows: [workflow('w', [simple('a')])] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'IN_PROGRESS', callbackAfterSeconds: 600 })
    expect(sim.poll('a')).toBeNull()
    sim.send(id, { type: 'reset-callbacks' })
    work(sim, 'a')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(sim.send(id, { type: 'reset-callbacks' }).refused).toEqual({
      code: 'CONFLICT',
      message: 'Workflow is in terminal state. Status = COMPLETED',
    })
  })
})

describe('variables from outside', () => {
  test('are merged, bounded, and closed with the end', () => {
    const sim = play({
      workflows: [workflow('w', [simple('a')], { variables: { x: 1 } })],
      limits: { variablesBytes: 40 },
    })
    const id = sim.start('w')
    sim.send(id, { type: 'set-variables', variables: { y: 2 } })
    expect(sim.workflow(id).variables).toEqual({ x: 1, y: 2 })
    const large = { type: 'set-variables', variables: { z: 'z'.repeat(50) } } as const
    expect(sim.send(id, large).refused?.code).toBe('PAYLOAD_TOO_LARGE')
    work(sim, 'a')
    expect(sim.send(id, { type: 'set-variables', variables: {} }).refused?.code).toBe('CONFLICT')
  })
})
