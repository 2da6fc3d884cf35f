import { expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, system, workflow } from './testing/play'

const limits = { taskInputBytes: 10_000, jsonDepth: 10 }
const BIG = { text: 'x'.repeat(6_000) }
const REASON = 'The input of b is larger than the limit of 10000 bytes (taskInputBytes).'

test('one value named often: the task fails for good, without its input, and the reason names the limit', () => {
  const b = simple('b', { inputParameters: { one: '${workflow.input}', two: '${workflow.input}' }, retryCount: 3 })
  const sim = play({ workflows: [workflow('w', [b, simple('c')])], limits })
  const id = sim.start('w', BIG)
  expect(rowsOf(sim, id)).toEqual(['b:FAILED_WITH_TERMINAL_ERROR'])
  expect(rowOf(sim, id, 'b')).toMatchObject({ reasonForIncompletion: REASON, inputData: {} })
  expect(sim.workflow(id)).toMatchObject({ status: 'FAILED', reasonForIncompletion: expect.stringContaining(REASON) })
})

test('an optional task that is too large is passed by', () => {
  const b = simple('b', { inputParameters: { one: 'a ${workflow.input} b ${workflow.input}' }, optional: true })
  const sim = play({ workflows: [workflow('w', [b, simple('c')])], limits })
  expect(rowsOf(sim, sim.start('w', BIG))).toEqual(['b:COMPLETED_WITH_ERRORS', 'c:SCHEDULED'])
})

test('a switch or a fork that is too large takes no branch', () => {
  const inputParameters = { one: '${workflow.input}', two: '${workflow.input}' }
  const choose = system('SWITCH', 'b', {
    inputParameters,
    evaluatorType: 'value-param',
    expression: 'one',
    defaultCase: [simple('c')],
  })
  const [split, join] = fork('f', [[simple('c')]])
  const sim = play({
    workflows: [
      workflow('w', [choose]),
      workflow('v', [{ ...split, inputParameters } as typeof choose, join as never]),
    ],
    limits,
  })
  for (const name of ['w', 'v']) {
    const id = sim.start(name, BIG)
    expect(sim.tasks(id).map((task) => task.status)).toEqual(['FAILED_WITH_TERMINAL_ERROR'])
    expect(sim.workflow(id).status).toBe('FAILED')
  }
})

test('thousands of markers for a large value are not built, nor searched', () => {
  const texts = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`p${at}`, 'x${workflow.input}']))
  const paths = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`p${at}`, '${workflow.input.list..x}']))
  const sim = play({
    workflows: [
      workflow('w', [simple('b', { inputParameters: texts })]),
      workflow('v', [simple('b', { inputParameters: paths })]),
    ],
  })
  const input = { text: 'x'.repeat(1_000_000), list: Array(10_000).fill({ y: 1 }) }
  const started = performance.now()
  expect(rowOf(sim, sim.start('w', input), 'b').status).toBe('FAILED_WITH_TERMINAL_ERROR')
  expect(rowOf(sim, sim.start('v', input), 'b').status).toBe('SCHEDULED')
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a value that is put into itself turn after turn ends before it is too deep to store', () => {
  const nest = system('SET_VARIABLE', 'nest', { inputParameters: { v: { in: '${workflow.variables.v}' } } })
  const loop = system('DO_WHILE', 'loop', { loopCondition: 'true', loopOver: [nest] })
  const sim = play({ workflows: [workflow('w', [loop])], limits, checked: false })
  const id = sim.start('w')
  expect(sim.workflow(id)).toMatchObject({
    status: 'FAILED',
    reasonForIncompletion: expect.stringContaining('nested deeper than 20 levels'),
  })
})
