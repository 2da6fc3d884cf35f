import { describe, expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

function loop(body: WorkflowTaskInput[], more: Partial<WorkflowTaskInput> = {}): WorkflowTaskInput {
  return system('DO_WHILE', 'lp', { loopCondition: "$.lp['iteration'] < 2", loopOver: body, ...more })
}

const set = (ref: string, inputParameters: WorkflowTaskInput['inputParameters'] = {}) =>
  system('SET_VARIABLE', ref, { inputParameters })

describe('turns', () => {
  test('cases 122, 123, 124 and 141: rows carry the turn, the output the history', () => {
    const body = [simple('a', { inputParameters: { i: '${lp.output.iteration}' } })]
    const sim = play({ workflows: [workflow('w', [loop(body), simple('z')])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__1:SCHEDULED'])
    expect(rowOf(sim, id, 'a__1')).toMatchObject({ iteration: 1, loopOverTask: true, inputData: { i: 1 } })
    work(sim, 'a', { output: { v: 1 } })
    expect(rowOf(sim, id, 'lp')).toMatchObject({ iteration: 2, outputData: { iteration: 2, 1: { a: { v: 1 } } } })
    expect(rowOf(sim, id, 'a__2')).toMatchObject({ iteration: 2, inputData: { i: 2 } })
    work(sim, 'a', { output: { v: 2 } })
    expect(rowOf(sim, id, 'lp')).toMatchObject({
      status: 'COMPLETED',
      outputData: { iteration: 2, 1: { a: { v: 1 } }, 2: { a: { v: 2 } } },
    })
    expect(rowOf(sim, id, 'z')).toMatchObject({ iteration: 0, loopOverTask: false })
  })

  test('cases 125 and 127: of tasks without work, within the start', () => {
    const sim = play({ workflows: [workflow('w', [loop([set('x'), set('y'), set('v')])])] })
    const id = sim.start('w')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(rowsOf(sim, id)).toHaveLength(7)
  })

  test('cases 126 and 130: a fork in each turn, its join waits for that turn', () => {
    const sim = play({ workflows: [workflow('w', [loop(fork('f', [[simple('a')], [simple('b')]]))])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual([
      'lp:IN_PROGRESS',
      'f__1:COMPLETED',
      'a__1:SCHEDULED',
      'b__1:SCHEDULED',
      'f_join__1:IN_PROGRESS',
    ])
    work(sim, 'a', { output: { a: 1 } })
    work(sim, 'b')
    expect(rowOf(sim, id, 'f_join__1')).toMatchObject({ status: 'COMPLETED', outputData: { a__1: { a: 1 } } })
    work(sim, 'a')
    work(sim, 'b')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 129: two loops one after the other', () => {
    const second = loop([set('y')], { taskReferenceName: 'lp2', loopCondition: '$.lp2.iteration < 3' })
    const sim = play({ workflows: [workflow('w', [loop([set('x')]), second])] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'lp2')).toMatchObject({ status: 'COMPLETED', iteration: 3 })
  })

  test('case 134: a loop in a fork begins behind the join', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[loop([simple('it0')])], [simple('it2')]]))] })
    const id = sim.start('w')
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual(['f', 'lp', 'it2', 'f_join', 'it0__1'])
  })

  test('cases 136 and 145: the condition sees what the turn did', () => {
    const body = [
      system('INLINE', 'n', { inputParameters: { expression: '$.v + 1', v: '${workflow.variables.v}' } }),
      set('keep', { v: '${n.output.result}' }),
    ]
    const more = { loopCondition: "$.n['result'] < 3 && $.v < 3", inputParameters: { v: '${workflow.variables.v}' } }
    const sim = play({ workflows: [workflow('w', [loop(body, more)], { variables: { v: 0 } })] })
    const id = sim.start('w')
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', variables: { v: 3 } })
  })

  test('cases 137 and 146: a switch chooses anew, a WAIT holds the turn', () => {
    const choose = system('SWITCH', 'sw', {
      evaluatorType: 'value-param',
      expression: 'i',
      inputParameters: { i: '${lp.output.iteration}' },
      decisionCases: { '1': [system('WAIT', 'wait', { inputParameters: { duration: '5s' } })] },
    })
    const sim = play({ workflows: [workflow('w', [loop([choose])])] })
    const id = sim.start('w')
    sim.advance(4_000)
    expect(rowOf(sim, id, 'lp').iteration).toBe(1)
    sim.advance(1_000)
    expect(rowsOf(sim, id)).toEqual(['lp:COMPLETED', 'sw__1:COMPLETED', 'wait__1:COMPLETED', 'sw__2:COMPLETED'])
  })

  test('cases 139, 140 and 148: 500 turns of a script, each seeing its number', () => {
    const body = [
      system('LAMBDA', 'n', { inputParameters: { scriptExpression: 'return $.i - 1', i: '${lp.output.iteration}' } }),
    ]
    const sim = play({
      workflows: [workflow('w', [loop(body, { loopCondition: '$.lp.iteration < 500' })])],
      checked: false,
    })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toHaveLength(501)
    expect(rowOf(sim, id, 'n__500').outputData).toEqual({ result: 499 })
    expect(Object.keys(rowOf(sim, id, 'lp').outputData)).toHaveLength(501)
  })

  test('history is there for an expression that reads it, however long the loop', () => {
    const body = [set('x', { first: "${lp.output['1'].n.v}" }), simple('n')]
    const sim = play({
      workflows: [workflow('w', [loop(body, { loopCondition: '$.lp.iteration < 40' })])],
      checked: false,
    })
    const id = sim.start('w')
    for (let turn = 1; turn <= 39; turn += 1) work(sim, 'n', { output: { v: turn } })
    expect(Object.keys(rowOf(sim, id, 'lp').outputData).length).toBeLessThan(25)
    expect(rowOf(sim, id, 'x__40').inputData).toEqual({ first: 1 })
  })

  test('a condition that looks back sees everything', () => {
    const more = { loopCondition: "Object.keys($['lp']).length < 31" }
    const sim = play({ workflows: [workflow('w', [loop([set('x')], more)])], checked: false })
    expect(rowOf(sim, sim.start('w'), 'lp').iteration).toBe(30)
  })

  test('more turns than the limit fail the workflow, naming the limit', () => {
    const sim = play({
      workflows: [workflow('w', [loop([set('x')], { loopCondition: 'true' })])],
      limits: { loopTurns: 5 },
    })
    const id = sim.start('w')
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED' })
    expect(sim.workflow(id).reasonForIncompletion).toContain('limit of 5 turns (loopTurns)')
  })
})

describe('failures', () => {
  const failing = workflow('w', [loop([simple('a')])])

  test('cases 131 and 132: a failure cancels the loop; a retry goes on with the same turn', () => {
    const sim = play({ workflows: [failing], taskDefs: [{ name: 'a', retryCount: 0 }] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['lp:CANCELED', 'a__1:FAILED'])
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__1:FAILED', 'a__1:SCHEDULED'])
    expect(rowOf(sim, id, 'a__1').retryCount).toBe(1)
    work(sim, 'a')
    work(sim, 'a')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 133: an automatic retry stays in its turn', () => {
    const sim = play({ workflows: [failing], taskDefs: [{ name: 'a', retryCount: 1, retryDelaySeconds: 0 }] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__1:FAILED', 'a__1:SCHEDULED'])
    work(sim, 'a', { output: { v: 1 } })
    expect(rowOf(sim, id, 'lp').outputData).toEqual({ iteration: 2, 1: { a: { v: 1 } } })
  })

  test('a condition that throws fails the workflow; after a retry it is asked again', () => {
    const sim = play({ workflows: [workflow('w', [loop([set('x')], { loopCondition: 'nope.nope' })])] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'lp')).toMatchObject({ status: 'FAILED_WITH_TERMINAL_ERROR' })
    expect(rowOf(sim, id, 'lp').reasonForIncompletion).toContain('Unable to evaluate condition nope.nope')
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowOf(sim, id, 'lp')).toMatchObject({ status: 'FAILED_WITH_TERMINAL_ERROR', retryCount: 1 })
  })
})

describe('lists', () => {
  test('a turn for each item, which the body sees', () => {
    const body = [simple('a', { inputParameters: { it: '${lp.output.loopItem}', at: '${lp.output.loopIndex}' } })]
    const sim = play({ workflows: [workflow('w', [loop(body, { loopCondition: '', items: '${workflow.input.l}' })])] })
    const id = sim.start('w', { l: ['x', 'y'] })
    expect(work(sim, 'a').inputData).toEqual({ it: 'x', at: 0 })
    expect(work(sim, 'a').inputData).toEqual({ it: 'y', at: 1 })
    expect(rowOf(sim, id, 'lp')).toMatchObject({ status: 'COMPLETED', outputData: { loopIndex: 1, loopItem: 'y' } })
  })

  test('an empty list has no turns', () => {
    const sim = play({ workflows: [workflow('w', [loop([set('x')], { inputParameters: { _items: [] } })])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['lp:COMPLETED'])
    expect(rowOf(sim, id, 'lp').outputData).toEqual({ iteration: 0 })
  })

  test('a condition may end it early', () => {
    const more = { items: '${workflow.input.l}', loopCondition: "$.loopItem != 'stop'" }
    const sim = play({ workflows: [workflow('w', [loop([set('x')], more)])] })
    expect(rowOf(sim, sim.start('w', { l: ['a', 'stop', 'b'] }), 'lp').iteration).toBe(2)
  })
})

describe('keepLastN', () => {
  test('cases 143 and 147: older turns go, with their rows', () => {
    const body = [system('SWITCH', 'sw', { evaluatorType: 'value-param', expression: 'k', defaultCase: [set('x')] })]
    const more = { loopCondition: '$.lp.iteration < 6', inputParameters: { keepLastN: 2 } }
    const sim = play({ workflows: [workflow('w', [loop(body, more)])] })
    const id = sim.start('w')
    expect(Object.keys(rowOf(sim, id, 'lp').outputData)).toEqual(['5', '6', 'iteration'])
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual(['lp', 'sw__5', 'x__5', 'sw__6', 'x__6'])
  })

  test('an old turn goes as the next one begins, which can still read it', () => {
    const body = [simple('a', { inputParameters: { last: '${a.output.i}' } })]
    const sim = play({ workflows: [workflow('w', [loop(body, { inputParameters: { keepLastN: 1 } })])] })
    const id = sim.start('w')
    work(sim, 'a', { output: { i: 1 } })
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__2:SCHEDULED'])
    expect(rowOf(sim, id, 'a__2').inputData).toEqual({ last: 1 })
  })

  test('case 144: parallel loops each keep their own', () => {
    const one = (ref: string, keepLastN: number) =>
      loop([set(`${ref}_x`)], {
        taskReferenceName: ref,
        loopCondition: `$.${ref}.iteration < 5`,
        inputParameters: { keepLastN },
      })
    const sim = play({ workflows: [workflow('w', fork('f', [[one('p', 1)], [one('q', 3)]]))] })
    const id = sim.start('w')
    expect(sim.tasks(id).filter((task) => task.referenceTaskName.startsWith('p_'))).toHaveLength(1)
    expect(sim.tasks(id).filter((task) => task.referenceTaskName.startsWith('q_'))).toHaveLength(3)
  })
})

describe('loops in loops', () => {
  const inner = loop([simple('x', { inputParameters: { o: '${lp.output.iteration}', i: '${in.output.iteration}' } })], {
    taskReferenceName: 'in',
    loopCondition: '$.in.iteration < 2',
  })

  test('every turn of the inner loop has rows of its own', () => {
    const sim = play({ workflows: [workflow('w', [loop([inner]), simple('z')])] })
    const id = sim.start('w')
    const inputs = [1, 2, 3, 4].map(() => work(sim, 'x').inputData)
    expect(inputs).toEqual([
      { o: 1, i: 1 },
      { o: 1, i: 2 },
      { o: 2, i: 1 },
      { o: 2, i: 2 },
    ])
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual([
      'lp',
      'in__1',
      'x__1__1',
      'x__1__2',
      'in__2',
      'x__2__1',
      'x__2__2',
      'z',
    ])
    expect(rowOf(sim, id, 'lp').outputData[1]).toMatchObject({ in: { iteration: 2 } })
  })

  test('forgetting an outer turn forgets the inner ones', () => {
    const outer = loop([inner], { loopCondition: '$.lp.iteration < 3', inputParameters: { keepLastN: 1 } })
    const sim = play({ workflows: [workflow('w', [outer])] })
    const id = sim.start('w')
    for (let turn = 0; turn < 6; turn += 1) work(sim, 'x')
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual(['lp', 'in__3', 'x__3__1', 'x__3__2'])
  })

  test('a dynamic fork in a loop: branches belong to their turn', () => {
    const dynamic = system('FORK_JOIN_DYNAMIC', 'd', {
      inputParameters: { forkTaskName: 'x', forkTaskInputs: [{}, {}] },
    })
    const sim = play({ workflows: [workflow('w', [loop([dynamic, system('JOIN', 'j')])])] })
    const id = sim.start('w')
    work(sim, 'x')
    expect(rowOf(sim, id, 'lp').iteration).toBe(1)
    for (let branch = 0; branch < 3; branch += 1) work(sim, 'x')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(sim.tasks(id).filter((task) => task.taskType === 'x')).toHaveLength(4)
  })
})

test('case 149: rows in a loop get the domain of taskToDomain', () => {
  const sim = play({ workflows: [workflow('w', [loop([simple('a')])])] })
  const id = sim.start('w', {}, { taskToDomain: { a: 'north' } })
  expect(rowOf(sim, id, 'a__1').domain).toBe('north')
})

test('a pause in the middle of a turn holds the next task and the condition', () => {
  const sim = play({ workflows: [workflow('w', [loop([simple('a'), simple('b')])])] })
  const id = sim.start('w')
  const task = sim.poll('a')
  sim.send(id, { type: 'pause' })
  sim.finish(task!)
  expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__1:COMPLETED'])
  sim.send(id, { type: 'resume' })
  expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__1:COMPLETED', 'b__1:SCHEDULED'])
})
