import { expect, test } from 'vitest'
import { play, rowOf, rowsOf, simple, system, work, workflow } from './testing/play'

test('case 37: the definition’s inputTemplate adds missing keys, where any input was given; nested ones too', () => {
  const template = { region: 'eu', retry: { times: 3 }, text: '${not.resolved}' }
  const sim = play({
    workflows: [
      workflow('w', [simple('a', { inputParameters: { times: '${workflow.input.retry.times}' } })], {
        inputTemplate: template,
        outputParameters: { all: '${workflow.input}' },
      }),
    ],
  })
  const id = sim.start('w', { region: 'us' })
  expect(sim.workflow(id).input).toEqual({ ...template, region: 'us' })
  expect(rowOf(sim, id, 'a').inputData).toEqual({ times: 3 })
  work(sim, 'a')
  expect(sim.workflow(id).output).toEqual({ all: { ...template, region: 'us' } })
  expect(sim.workflow(sim.start('w')).input).toEqual({})
})

test('case 56: the task definition’s inputTemplate completes the input, its expressions resolved', () => {
  const sim = play({
    workflows: [workflow('w', [simple('a', { inputParameters: { own: 1 } })])],
    taskDefs: [{ name: 'a', inputTemplate: { own: 0, name: '${workflow.input.name}' } }],
  })
  const id = sim.start('w', { name: 'Ada' })
  expect(rowOf(sim, id, 'a').inputData).toEqual({ own: 1, name: 'Ada' })
})

test('case 341: an expression in the workflow’s input stays as it is', () => {
  const sim = play({ workflows: [workflow('w', [simple('a', { inputParameters: { got: '${workflow.input.b}' } })])] })
  const id = sim.start('w', { b: '${workflow.c}' })
  expect(sim.workflow(id).input).toEqual({ b: '${workflow.c}' })
  expect(rowOf(sim, id, 'a').inputData).toEqual({ got: '${workflow.c}' })
})

test('case 173: a WAIT whose duration a variable gives', () => {
  const tasks = [
    system('SET_VARIABLE', 's', { inputParameters: { seconds: 3 } }),
    system('WAIT', 'wait', { inputParameters: { duration: '${workflow.variables.seconds} seconds' } }),
  ]
  const sim = play({ workflows: [workflow('w', tasks)] })
  const id = sim.start('w')
  expect(rowOf(sim, id, 'wait').inputData).toEqual({ duration: '3 seconds' })
  sim.advance(2_999)
  expect(rowOf(sim, id, 'wait').status).toBe('IN_PROGRESS')
  sim.advance(1)
  expect(sim.workflow(id).status).toBe('COMPLETED')
})

test('case 175: a WAIT, as all of our own tasks, has no domain', () => {
  const sim = play({ workflows: [workflow('w', [system('WAIT', 'wait')])] })
  const id = sim.start('w', {}, { taskToDomain: { '*': 'north', wait: 'south' } })
  expect(rowOf(sim, id, 'wait').domain).toBeNull()
})

test('case 157: a LAMBDA is one row with its result', () => {
  const scriptExpression = 'if ($.v == 1) { return { testvalue: true } } return { testvalue: false }'
  const sim = play({
    workflows: [workflow('w', [system('LAMBDA', 'l', { inputParameters: { scriptExpression, v: 1 } })])],
  })
  const id = sim.start('w')
  expect(rowOf(sim, id, 'l')).toMatchObject({ seq: 1, outputData: { result: { testvalue: true } } })
  expect(sim.workflow(id).status).toBe('COMPLETED')
})

test('cases 183, 184, 185 and 301: asyncComplete records the answer and leaves the end to somebody else', () => {
  const http = system('HTTP', 'h', { asyncComplete: true, inputParameters: { uri: 'http://x', method: 'GET' } })
  const sim = play({
    workflows: [workflow('w', [http, simple('z')])],
    taskDefs: [{ name: 'h', responseTimeoutSeconds: 1 }],
  })
  const id = sim.start('w')
  const waiting = { status: 'IN_PROGRESS', outputData: { response: { statusCode: 200 } } }
  expect(rowOf(sim, id, 'h')).toMatchObject(waiting)
  sim.advance(3_600_000)
  sim.send(id, { type: 'wake' })
  expect(rowOf(sim, id, 'h')).toMatchObject(waiting)
  sim.finish(rowOf(sim, id, 'h'), { output: { done: true } })
  expect(rowsOf(sim, id)).toEqual(['h:COMPLETED', 'z:SCHEDULED'])
})
