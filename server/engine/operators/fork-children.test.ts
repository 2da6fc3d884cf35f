import { describe, expect, test } from 'vitest'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, system, work, workflow } from '@/server/engine/testing/play'

const child = workflow('child', [simple('inner', { retryCount: 0 })], { outputParameters: { r: '${inner.output.r}' } })

describe('children in branches', () => {
  const nested = workflow('nested', [
    ...fork('f1', [[simple('t11')], [...fork('f2', [[simple('t12')], [sub('s', 'child')]])]], ['t11', 'f2_join']),
  ])

  test('cases 83 and 84: a child’s row is there from the start; its end lets the joins go on', () => {
    const sim = play({ workflows: [nested, child] })
    const id = sim.start('nested')
    expect(rowsOf(sim, id)).toEqual([
      'f1:COMPLETED',
      't11:SCHEDULED',
      'f2:COMPLETED',
      't12:SCHEDULED',
      's:IN_PROGRESS',
      'f2_join:IN_PROGRESS',
      'f1_join:IN_PROGRESS',
    ])
    expect(rowOf(sim, id, 'f2_join').inputData.joinOn).toEqual(['t12', 's'])
    for (const type of ['t11', 't12']) work(sim, type)
    expect(rowOf(sim, id, 'f2_join').status).toBe('IN_PROGRESS')
    work(sim, 'inner')
    expect(rowOf(sim, id, 's').status).toBe('COMPLETED')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('the join shows what a branch has so far: the child’s id, a worker’s progress', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[sub('s', 'child')], [simple('b')]])), child] })
    const id = sim.start('w')
    const subWorkflowId = childOf(sim, id, 's')
    expect(rowOf(sim, id, 'f_join').outputData).toEqual({ s: { subWorkflowId } })
    work(sim, 'b', { status: 'IN_PROGRESS', output: { half: true } })
    expect(rowOf(sim, id, 'f_join').outputData).toEqual({ s: { subWorkflowId }, b: { half: true } })
    work(sim, 'b', { status: 'FAILED_WITH_TERMINAL_ERROR' })
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'CANCELED', outputData: { s: { subWorkflowId } } })
  })

  test('the join shows what an optional child came to when it was tried again', () => {
    const tasks = fork('f', [[sub('s', 'child', { optional: true })], [simple('b')]])
    const sim = play({ workflows: [workflow('w', tasks), child] })
    const id = sim.start('w')
    const subWorkflowId = childOf(sim, id, 's')
    work(sim, 'inner', { status: 'FAILED' })
    sim.send(subWorkflowId, { type: 'retry', resumeSubworkflowTasks: false })
    work(sim, 'inner', { output: { r: 7 } })
    expect(rowOf(sim, id, 's').status).toBe('COMPLETED')
    expect(rowOf(sim, id, 'f_join')).toMatchObject({
      status: 'IN_PROGRESS',
      outputData: { s: { r: 7, subWorkflowId } },
    })
  })

  test('case 85: a child that fails deep in forks fails the workflow; a restart begins again', () => {
    const sim = play({ workflows: [nested, child] })
    const id = sim.start('nested')
    const first = childOf(sim, id, 's')
    work(sim, 'inner', { status: 'FAILED' })
    expect(sim.workflow(id).status).toBe('FAILED')
    sim.send(id, { type: 'restart', latest: null })
    expect(rowsOf(sim, id)).toHaveLength(7)
    expect(childOf(sim, id, 's')).not.toBe(first)
    for (const type of ['t11', 't12', 'inner']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 86: an optional child that fails leaves its mark on the join, not on the workflow', () => {
    const tasks = fork('f', [[sub('s', 'child', { optional: true })], [simple('b')]])
    const sim = play({ workflows: [workflow('w', tasks), child] })
    const id = sim.start('w')
    work(sim, 'inner', { status: 'FAILED' })
    work(sim, 'b')
    expect(rowsOf(sim, id)).toEqual([
      'f:COMPLETED',
      's:COMPLETED_WITH_ERRORS',
      'b:COMPLETED',
      'f_join:COMPLETED_WITH_ERRORS',
    ])
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 87: a permissive child that somebody terminates cancels the join, once the others have ended', () => {
    const tasks = fork('f', [[sub('s', 'child', { permissive: true })], [simple('b')]])
    const sim = play({ workflows: [workflow('w', tasks), child] })
    const id = sim.start('w')
    sim.send(childOf(sim, id, 's'), { type: 'terminate', reason: 'by hand', triggerFailureWorkflow: false })
    expect(sim.workflow(id).status).toBe('RUNNING')
    work(sim, 'b')
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 's:CANCELED', 'b:COMPLETED', 'f_join:CANCELED'])
    expect(sim.workflow(id).status).toBe('TERMINATED')
  })
})

describe('branches', () => {
  const choose = system('DECISION', 'd', {
    caseValueParam: 'k',
    inputParameters: { k: '${workflow.input.k}' },
    decisionCases: { x: [simple('chosen')] },
  })

  test('case 82: a decision in a branch schedules its case with the fork', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[choose], [simple('b')]], ['chosen', 'b']))] })
    expect(rowsOf(sim, sim.start('w', { k: 'x' }))).toEqual([
      'f:COMPLETED',
      'd:COMPLETED',
      'chosen:SCHEDULED',
      'b:SCHEDULED',
      'f_join:IN_PROGRESS',
    ])
  })

  test('cases 78 and 102: after a retry the same join ends, and what follows is there in the same decision', () => {
    const tasks = [...fork('f', [[simple('a', { retryCount: 0 })], [simple('b')]]), simple('z')]
    const sim = play({ workflows: [workflow('w', tasks)] })
    const id = sim.start('w')
    const join = rowOf(sim, id, 'f_join').taskId
    work(sim, 'a', { status: 'FAILED' })
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    work(sim, 'a')
    const decision = sim.finish(sim.poll('b')!)
    expect(decision.changes.created.map((task) => task.referenceTaskName)).toEqual(['z'])
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ taskId: join, status: 'COMPLETED' })
    work(sim, 'z')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 277: without a script a join waits for every branch', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('a')], [simple('b')], [simple('c')]]))] })
    const id = sim.start('w')
    for (const type of ['c', 'a']) {
      work(sim, type)
      expect(rowOf(sim, id, 'f_join').status).toBe('IN_PROGRESS')
    }
    work(sim, 'b')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})
