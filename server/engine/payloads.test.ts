import { describe, expect, test } from 'vitest'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, system, work, workflow } from './testing/play'

/** Payloads stay where they are: large ones pass through everything whole, those beyond the limit end their task. */
const LARGE = { text: 'x'.repeat(4 * 1024 * 1024) }
const given = { whole: '${workflow.input}' }
const limits = { taskInputBytes: 20_000_000, variablesBytes: 20_000_000 }

describe('case 359: a large payload is whole', () => {
  test('behind sync tasks, a switch, a fork, a dynamic fork and a sub-workflow', () => {
    const choice = { evaluatorType: 'value-param', expression: 'c', decisionCases: { a: [simple('chosen')] } }
    const dynamic = { inputParameters: { forkTaskName: 'forked', forkTaskInputs: [{ whole: '${workflow.input}' }] } }
    const main = workflow('w', [
      system('SET_VARIABLE', 'v', { inputParameters: { kept: '${workflow.input}' } }),
      system('SWITCH', 's', { ...choice, inputParameters: { c: 'a', ...given } }),
      ...fork('f', [[simple('left', { inputParameters: { whole: '${workflow.variables.kept}' } })], [simple('right')]]),
      system('FORK_JOIN_DYNAMIC', 'd', dynamic),
      system('JOIN', 'dj'),
      sub('child', 'c', { inputParameters: given }),
    ])
    const sim = play({
      workflows: [main, workflow('c', [simple('inner', { inputParameters: given })])],
      limits,
      checked: false,
    })
    const id = sim.start('w', LARGE)
    work(sim, 'chosen', { output: LARGE })
    expect(rowOf(sim, id, 'left').inputData).toEqual({ whole: LARGE })
    work(sim, 'left', { output: LARGE })
    work(sim, 'right')
    expect(rowOf(sim, id, 'f_join').outputData).toEqual({ left: LARGE })
    expect(work(sim, 'forked').inputData).toMatchObject({ whole: LARGE })
    expect(sim.workflow(childOf(sim, id, 'child')).input).toMatchObject({ whole: LARGE })
    work(sim, 'inner', { output: LARGE })
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: LARGE })
  })

  test('after a retry, and in a terminated workflow', () => {
    const sim = play({ workflows: [workflow('w', [simple('a', { inputParameters: given, retryCount: 0 })])], limits })
    const id = sim.start('w', LARGE)
    work(sim, 'a', { status: 'FAILED', output: LARGE })
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowOf(sim, id, 'a').inputData).toEqual({ whole: LARGE })
    sim.send(id, { type: 'terminate', reason: 'enough', triggerFailureWorkflow: false })
    expect(sim.workflow(id).input).toEqual(LARGE)
  })
})

test('case 360: of repeated large outputs of a task in progress the last one stays', () => {
  const sim = play({ workflows: [workflow('w', [simple('a')])], taskDefs: [{ name: 'a' }], limits })
  const id = sim.start('w')
  work(sim, 'a', { status: 'IN_PROGRESS', output: { first: LARGE.text } })
  work(sim, 'a', { status: 'IN_PROGRESS', output: { second: LARGE.text } })
  expect(Object.keys(rowOf(sim, id, 'a').outputData)).toEqual(['second'])
})

describe('case 361: beyond the limit', () => {
  const tight = { taskOutputBytes: 1_000, taskInputBytes: 1_000 }

  test('the task fails for good, its data is dropped, and the reason names the limit', () => {
    const sim = play({ workflows: [workflow('w', [simple('a', { retryCount: 3 })])], limits: tight })
    const id = sim.start('w')
    work(sim, 'a', { output: LARGE })
    expect(rowOf(sim, id, 'a')).toMatchObject({ status: 'FAILED_WITH_TERMINAL_ERROR', outputData: {} })
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED' })
    expect(sim.workflow(id).reasonForIncompletion).toContain('limit of 1000 bytes (taskOutputBytes)')
  })

  test('so does a workflow whose tasks together give it too much', () => {
    const outputParameters = { a: '${a.output}', b: '${a.output}', c: '${a.output}' }
    const sim = play({ workflows: [workflow('w', [simple('a')], { outputParameters })], limits: tight })
    const id = sim.start('w')
    work(sim, 'a', { output: { text: 'x'.repeat(500) } })
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED'])
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED', output: {} })
    expect(sim.workflow(id).reasonForIncompletion).toContain('(taskInputBytes)')
  })
})

test('case 362: a small payload stays as it is', () => {
  const sim = play({ workflows: [workflow('w', [simple('a')])] })
  const id = sim.start('w', { a: 1 })
  work(sim, 'a', { output: { b: 2 } })
  expect(sim.workflow(id)).toMatchObject({ input: { a: 1 }, output: { b: 2 } })
})
