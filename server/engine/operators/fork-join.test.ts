import { describe, expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'

describe('FORK_JOIN', () => {
  test('case 72: fork, first tasks and join appear together', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('a'), simple('a2')], [simple('b')]]))] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 'a:SCHEDULED', 'b:SCHEDULED', 'f_join:IN_PROGRESS'])
    expect(rowOf(sim, id, 'f')).toMatchObject({ taskType: 'FORK', taskDefName: 'FORK' })
  })

  test('cases 73, 74 and 89: branches go on by themselves, the join waits for each last task', () => {
    const branches = fork('f', [[simple('a'), simple('a2')], [simple('b')]])
    const sim = play({ workflows: [workflow('w', [...branches, simple('z')])] })
    const id = sim.start('w')
    work(sim, 'a', { output: { a: 1 } })
    expect(rowsOf(sim, id).at(-1)).toBe('a2:SCHEDULED')
    work(sim, 'b', { output: { b: 1 } })
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'IN_PROGRESS', outputData: { b: { b: 1 } } })
    work(sim, 'a2')
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'COMPLETED', outputData: { b: { b: 1 } } })
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })

  test('case 75: a failing branch cancels the others and the join', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('a', { retryCount: 0 })], [simple('b')]]))] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 'a:FAILED', 'b:CANCELED', 'f_join:CANCELED'])
    expect(sim.workflow(id).status).toBe('FAILED')
  })

  test('cases 80 and 81: nested forks, the outer join waits for the inner one', () => {
    const inner = fork('g', [[simple('t12')], [simple('t13')]])
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('t11')], inner]))] })
    const id = sim.start('w')
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual([
      'f',
      't11',
      'g',
      't12',
      't13',
      'g_join',
      'f_join',
    ])
    for (const type of ['t11', 't12', 't13']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 105: a join may name a task that is not there yet', () => {
    const choose = system('SWITCH', 'sw', {
      evaluatorType: 'value-param',
      expression: 'k',
      inputParameters: { k: 'x' },
      decisionCases: { x: [simple('t1'), simple('t20')] },
    })
    const sim = play({ workflows: [workflow('w', fork('f', [[choose], [simple('t10')]], ['t20', 't10']))] })
    const id = sim.start('w')
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual(['f', 'sw', 't1', 't10', 'f_join'])
    for (const type of ['t10', 't1', 't20']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('an empty branch has nothing to run and just joins', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('a')], []]))] })
    const id = sim.start('w')
    work(sim, 'a')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('without a join behind it the workflow fails and the fork never begins', () => {
    const alone = system('FORK_JOIN', 'f', { forkTasks: [[simple('a')]] })
    const sim = play({ workflows: [workflow('w', [alone])] })
    const id = sim.start('w')
    expect(sim.workflow(id).reasonForIncompletion).toContain('not followed by a join task')
    expect(rowsOf(sim, id)).toEqual([])
  })

  test('branches that begin together do not see each other yet', () => {
    const branches = fork('f', [
      [simple('a')],
      [simple('b', { inputParameters: { of: '${a.output}', st: '${a.status}' } })],
    ])
    const sim = play({ workflows: [workflow('w', branches)] })
    expect(rowOf(sim, sim.start('w'), 'b').inputData).toEqual({ of: null, st: null })
  })

  test('a join ends while the workflow is paused, and what comes behind it waits', () => {
    const sim = play({ workflows: [workflow('w', [...fork('f', [[simple('a')], [simple('b')]]), simple('z')])] })
    const id = sim.start('w')
    sim.send(id, { type: 'pause' })
    for (const type of ['a', 'b']) work(sim, type)
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 'a:COMPLETED', 'b:COMPLETED', 'f_join:COMPLETED'])
    sim.send(id, { type: 'resume' })
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })

  test('a join over a part of the branches leaves the rest running; the workflow waits for them', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('a')], [simple('b')]], ['a']))] })
    const id = sim.start('w')
    work(sim, 'a')
    expect(rowOf(sim, id, 'f_join').status).toBe('COMPLETED')
    expect(sim.workflow(id).status).toBe('RUNNING')
    work(sim, 'b')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('an optional branch leaves its mark on the join', () => {
    const branches = fork('f', [[simple('a', { optional: true, retryCount: 0 })], [simple('b')]])
    const sim = play({ workflows: [workflow('w', branches)] })
    const id = sim.start('w')
    const failed = work(sim, 'a', { status: 'FAILED' })
    work(sim, 'b')
    expect(rowOf(sim, id, 'f_join')).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      reasonForIncompletion: `a/${failed.taskId} completed with errors`,
    })
  })

  test('case 171: parallel branches keep the variables of both', () => {
    const set = (ref: string) => system('SET_VARIABLE', ref, { inputParameters: { [ref]: 1 } })
    const sim = play({ workflows: [workflow('w', fork('f', [[set('x')], [set('y')]]))] })
    const id = sim.start('w')
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', variables: { x: 1, y: 1 } })
  })

  test('a join over tasks of cases that were not taken ends with those that were', () => {
    const choose = system('SWITCH', 'sw', {
      evaluatorType: 'value-param',
      expression: 'k',
      inputParameters: { k: 'x' },
      decisionCases: { x: [simple('x')], y: [simple('y')] },
    })
    const sim = play({ workflows: [workflow('w', fork('f', [[choose], [simple('b')]], ['x', 'y', 'b']))] })
    const id = sim.start('w')
    work(sim, 'x', { output: { x: 1 } })
    expect(rowOf(sim, id, 'f_join').status).toBe('IN_PROGRESS')
    work(sim, 'b')
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'COMPLETED', outputData: { x: { x: 1 } } })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})
