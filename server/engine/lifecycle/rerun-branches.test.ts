import { describe, expect, test } from 'vitest'
import type { Simulation } from '@/server/engine/simulate'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowId } from '@/server/model/ids'

const once = { retryCount: 0 }

function rerunFrom(sim: Simulation, id: WorkflowId, ref: string) {
  const { taskId } = rowOf(sim, id, ref)
  return sim.send(id, { type: 'rerun', taskId, taskInput: null, workflowInput: null, correlationId: null })
}

describe('in a fork', () => {
  const forked = workflow('w', [...fork('f', [[simple('a1'), simple('a2', once)], [simple('b1')]]), simple('z')])

  test('the other branch stays as it is, the join waits again', () => {
    const sim = play({ workflows: [forked] })
    const id = sim.start('w')
    for (const type of ['a1', 'a2', 'b1', 'z']) work(sim, type, { output: { by: type } })
    const b1 = rowOf(sim, id, 'b1')
    rerunFrom(sim, id, 'a1')
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 'a1:SCHEDULED', 'b1:COMPLETED', 'f_join:IN_PROGRESS'])
    expect(rowOf(sim, id, 'b1')).toEqual(b1)
    for (const type of ['a1', 'a2', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 310: fail, rerun, fail, rerun, complete: the sibling goes on each time', () => {
    const sim = play({ workflows: [forked] })
    const id = sim.start('w')
    work(sim, 'a1')
    const ids = sim.tasks(id).map(({ taskId }) => taskId)
    for (let round = 0; round < 2; round += 1) {
      work(sim, 'a2', { status: 'FAILED' })
      expect([rowOf(sim, id, 'b1').status, rowOf(sim, id, 'f_join').status]).toEqual(['CANCELED', 'CANCELED'])
      rerunFrom(sim, id, 'a2')
      expect([rowOf(sim, id, 'b1').status, rowOf(sim, id, 'f_join').status]).toEqual(['SCHEDULED', 'IN_PROGRESS'])
    }
    for (const type of ['a2', 'b1', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(
      sim
        .tasks(id)
        .map(({ taskId }) => taskId)
        .slice(0, 5),
    ).toEqual(ids)
  })

  test('case 319: the row of a dynamic fork brings all branches again', () => {
    const dynamic = system('FORK_JOIN_DYNAMIC', 'd', {
      dynamicForkTasksParam: 'tasks',
      dynamicForkTasksInputParamName: 'inputs',
      inputParameters: { tasks: '${workflow.input.tasks}', inputs: {} },
    })
    const sim = play({ workflows: [workflow('w', [dynamic, system('JOIN', 'j')])] })
    const id = sim.start('w', {
      tasks: ['x', 'y'].map((ref) => ({ name: ref, taskReferenceName: ref, type: 'SIMPLE' })),
    })
    const fresh = rowsOf(sim, id)
    const { taskId } = rowOf(sim, id, 'd')
    work(sim, 'x')
    sim.send(id, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
    rerunFrom(sim, id, 'y')
    expect(rowsOf(sim, id)).toEqual(['d:COMPLETED', 'x:COMPLETED', 'y:SCHEDULED', 'j:IN_PROGRESS'])
    work(sim, 'y')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    rerunFrom(sim, id, 'd')
    expect(rowsOf(sim, id)).toEqual(fresh)
    expect(rowOf(sim, id, 'd').taskId).toBe(taskId)
    for (const type of ['x', 'y']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

describe('in a loop', () => {
  const turns = (body: Parameters<typeof workflow>[1]) =>
    system('DO_WHILE', 'loop', { loopCondition: '$.loop.iteration < 2', loopOver: body })

  test('cases 311 and 318: the second turn of a fork in a loop, and of a loop in a fork', () => {
    const inner = fork('f', [[simple('a', once)], [simple('b')]])
    const sim = play({ workflows: [workflow('w', [turns(inner), simple('z')])] })
    const id = sim.start('w')
    for (const type of ['a', 'b']) work(sim, type)
    work(sim, 'a', { status: 'FAILED' })
    const first = rowsOf(sim, id).filter((row) => row.includes('__1'))
    rerunFrom(sim, id, 'a__2')
    expect(rowOf(sim, id, 'loop')).toMatchObject({ status: 'IN_PROGRESS', iteration: 2 })
    expect(rowOf(sim, id, 'b__2').status).toBe('SCHEDULED')
    expect(rowsOf(sim, id).filter((row) => row.includes('__1'))).toEqual(first)
    for (const type of ['a', 'b', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
    const beside = play({ workflows: [workflow('v', fork('g', [[simple('c', once)], [turns([simple('d')])]]))] })
    const other = beside.start('v')
    work(beside, 'd')
    work(beside, 'c', { status: 'FAILED' })
    rerunFrom(beside, other, 'c')
    expect(rowOf(beside, other, 'loop')).toMatchObject({ status: 'IN_PROGRESS', iteration: 2 })
    for (const type of ['c', 'd']) work(beside, type)
    expect(beside.workflow(other).status).toBe('COMPLETED')
  })

  test('an earlier turn: later ones are run again', () => {
    const sim = play({ workflows: [workflow('w', [turns([simple('a'), simple('b')]), simple('z')])] })
    const id = sim.start('w')
    for (const type of ['a', 'b', 'a', 'b', 'z']) work(sim, type, { output: { old: true } })
    rerunFrom(sim, id, 'b__1')
    expect(rowsOf(sim, id)).toEqual(['loop:IN_PROGRESS', 'a__1:COMPLETED', 'b__1:SCHEDULED'])
    for (const type of ['b', 'a', 'b', 'z']) work(sim, type, { output: { old: false } })
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(rowOf(sim, id, 'loop').outputData).toEqual({
      iteration: 2,
      1: { a: { old: true }, b: { old: false } },
      2: { a: { old: false }, b: { old: false } },
    })
  })

  test('the loop itself begins with its first turn', () => {
    const sim = play({ workflows: [workflow('w', [turns([simple('a')])])] })
    const id = sim.start('w')
    for (const type of ['a', 'a']) work(sim, type)
    rerunFrom(sim, id, 'loop')
    expect(rowsOf(sim, id)).toEqual(['loop:IN_PROGRESS', 'a__1:SCHEDULED'])
    for (const type of ['a', 'a']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})
