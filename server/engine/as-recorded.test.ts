import { describe, expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, sub, system, work, workflow } from './testing/play'

/** What only recordings of the reference tell. */
const RETRY = { type: 'retry', resumeSubworkflowTasks: false } as const
const noRetries = (...names: string[]) => names.map((name) => ({ name, retryCount: 0 }))

describe('a DYNAMIC task', () => {
  const dynamic = workflow('w', [
    system('DYNAMIC', 'd', { dynamicTaskNameParam: 'which', inputParameters: { which: 'someone' } }),
  ])

  test('that nobody defined is not tried again', () => {
    const sim = play({ workflows: [dynamic] })
    const id = sim.start('w')
    work(sim, 'someone', { status: 'FAILED', reasonForIncompletion: 'no' })
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(rowsOf(sim, id)).toEqual(['d:FAILED'])
  })

  test('comes back from a worker that died', () => {
    const sim = play({ workflows: [dynamic] })
    const id = sim.start('w')
    sim.poll('someone')
    sim.advance(3_600_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
  })
})

describe('a permissive failure in a turn of a loop', () => {
  const inTurn = (...body: Parameters<typeof workflow>[1]) =>
    workflow('w', [system('DO_WHILE', 'lp', { loopCondition: '$.lp.iteration < 2', loopOver: body }), simple('z')])

  test('lets its neighbour begin, then fails the loop with what ran until then', () => {
    const definition = inTurn(simple('a', { permissive: true }), simple('b'))
    const sim = play({ workflows: [definition], taskDefs: noRetries('a') })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'no', output: { o: 1 } })
    expect(rowsOf(sim, id)).toEqual(['lp:FAILED', 'a__1:FAILED', 'b__1:CANCELED'])
    expect(rowOf(sim, id, 'lp')).toMatchObject({ reasonForIncompletion: 'no ', outputData: { 1: { a: { o: 1 } } } })
    expect(sim.workflow(id).reasonForIncompletion).toMatch(/^Task \S+ failed with status: FAILED and reason: 'no '$/)
  })

  test('that has attempts left fails nothing yet', () => {
    const definition = inTurn(simple('a', { permissive: true, retryCount: 1 }))
    const sim = play({ workflows: [definition], taskDefs: [{ name: 'a', retryDelaySeconds: 0 }] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'a__1:FAILED', 'a__1:SCHEDULED'])
  })
})

test('what several permissive tasks say is several sentences', () => {
  const sim = play({
    workflows: [workflow('w', [simple('a', { permissive: true }), simple('b', { permissive: true })])],
    taskDefs: noRetries('a', 'b'),
  })
  const id = sim.start('w')
  for (const type of ['a', 'b']) work(sim, type, { status: 'FAILED', reasonForIncompletion: type })
  expect(sim.workflow(id).reasonForIncompletion).toMatch(
    /reason: 'a'\. Task \S+ failed with status: FAILED and reason: 'b'$/,
  )
})

test('a TERMINATE that has run ends the workflow again after a retry', () => {
  const stop = system('TERMINATE', 'stop', { inputParameters: { terminationStatus: 'FAILED' } })
  const sim = play({ workflows: [workflow('w', fork('f', [[simple('a')], [stop]]))] })
  const id = sim.start('w')
  const { reasonForIncompletion } = sim.workflow(id)
  sim.send(id, RETRY)
  expect(sim.workflow(id)).toMatchObject({ status: 'FAILED', reasonForIncompletion })
  expect(rowOf(sim, id, 'a')).toMatchObject({ status: 'CANCELED', retryCount: 1 })
})

test('a WAIT that somebody failed waits again after a retry', () => {
  const sim = play({ workflows: [workflow('w', [system('WAIT', 'wait')])] })
  const id = sim.start('w')
  sim.finish(rowOf(sim, id, 'wait'), { status: 'FAILED' })
  sim.send(id, RETRY)
  expect(rowOf(sim, id, 'wait')).toMatchObject({ status: 'IN_PROGRESS', retryCount: 1, callbackAfterSeconds: 30 })
  sim.finish(rowOf(sim, id, 'wait'))
  expect(sim.workflow(id).status).toBe('COMPLETED')
})

test('the row of a further child says nothing of the first one’s failure', () => {
  const child = workflow('child', [simple('a')])
  const sim = play({
    workflows: [workflow('w', [sub('s', 'child', { retryCount: 1 })]), child],
    taskDefs: [...noRetries('a'), { name: 's', retryDelaySeconds: 0 }],
  })
  const id = sim.start('w')
  work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'no' })
  expect(rowOf(sim, id, 's')).toMatchObject({ status: 'IN_PROGRESS', retryCount: 1, reasonForIncompletion: null })
})

test('the definition written into a SUB_WORKFLOW names the child', () => {
  const definition = { name: 'inner', version: 1, tasks: [{ name: 'a', taskReferenceName: 'a', type: 'SIMPLE' }] }
  const task = system('SUB_WORKFLOW', 's', { subWorkflowParam: { name: 'other', workflowDefinition: definition } })
  const sim = play({ workflows: [workflow('w', [task])] })
  expect(rowOf(sim, sim.start('w'), 's').inputData.subWorkflowName).toBe('inner')
})

test('the template fills what is null in the input of a workflow', () => {
  const sim = play({ workflows: [workflow('w', [simple('a')], { inputTemplate: { a: 1, b: 2 } })] })
  expect(sim.workflow(sim.start('w', { b: null, c: 3 })).input).toEqual({ a: 1, b: 2, c: 3 })
})

test('whether HTTP is completed from outside is said by the task, not by its input', () => {
  const http = system('HTTP', 'h', { inputParameters: { uri: 'http://x', method: 'GET', asyncComplete: true } })
  const sim = play({ workflows: [workflow('w', [http])] })
  const id = sim.start('w')
  expect(rowOf(sim, id, 'h')).toMatchObject({ status: 'COMPLETED', inputData: { asyncComplete: false } })
})

test('the id of a task in the inputs of a dynamic fork is that of each branch', () => {
  const tasks = [{ name: 'x', taskReferenceName: 'x1' }]
  const inputParameters = { tasks, inputs: { x1: { id: '${CPEWF_TASK_ID}' } } }
  const listed = { dynamicForkTasksParam: 'tasks', dynamicForkTasksInputParamName: 'inputs' }
  const dynamic = system('FORK_JOIN_DYNAMIC', 'd', { inputParameters, ...listed })
  const sim = play({ workflows: [workflow('w', [dynamic, system('JOIN', 'j')])] })
  const id = sim.start('w')
  expect(rowOf(sim, id, 'x1').inputData.id).toBe(rowOf(sim, id, 'x1').taskId)
  expect(rowOf(sim, id, 'd').inputData.inputs).toEqual(inputParameters.inputs)
})

test('a list of matches in a text is JSON, another list is Java’s', () => {
  const read = simple('b', { inputParameters: { all: 'all=${a.output.l[*].n}', plain: 'l=${a.output.m}' } })
  const sim = play({ workflows: [workflow('w', [simple('a'), read])] })
  const id = sim.start('w')
  work(sim, 'a', { output: { l: [{ n: 1 }, { n: 'x' }], m: [1, 'x'] } })
  expect(rowOf(sim, id, 'b').inputData).toEqual({ all: 'all=[1,"x"]', plain: 'l=[1, x]' })
})

describe('a choice as a branch of a dynamic fork', () => {
  const choice = (more: object) => ({
    name: 's',
    taskReferenceName: 's',
    type: 'SWITCH',
    decisionCases: {
      x: [
        { name: 'a', taskReferenceName: 'a' },
        { name: 'b', taskReferenceName: 'b' },
      ],
    },
    ...more,
  })
  const byValue = choice({ evaluatorType: 'value-param', expression: 'v' })
  const byScript = choice({ evaluatorType: 'javascript', expression: '$.v' })

  test.each([
    ['value', byValue],
    ['script', byScript],
  ])('by %s: the join waits for the end of the case', (_, branch) => {
    const inputParameters = { tasks: [branch], inputs: { s: { v: 'x' } } }
    const listed = { dynamicForkTasksParam: 'tasks', dynamicForkTasksInputParamName: 'inputs' }
    const dynamic = system('FORK_JOIN_DYNAMIC', 'd', { inputParameters, ...listed })
    const sim = play({ workflows: [workflow('w', [dynamic, system('JOIN', 'j'), simple('z')])] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'j').inputData).toEqual({ joinOn: ['b'] })
    work(sim, 'a')
    expect(rowOf(sim, id, 'j').status).toBe('IN_PROGRESS')
    work(sim, 'b', { output: { o: 1 } })
    expect(rowOf(sim, id, 'j')).toMatchObject({ status: 'COMPLETED', outputData: { b: { o: 1 } } })
    expect(rowOf(sim, id, 'z').status).toBe('SCHEDULED')
  })
})
