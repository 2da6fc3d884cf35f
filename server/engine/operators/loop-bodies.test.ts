import { describe, expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

const loop = (body: WorkflowTaskInput[]) =>
  system('DO_WHILE', 'lp', { loopCondition: '$.lp.iteration < 2', loopOver: body })

describe('what stands in a turn', () => {
  test('case 135: the loop’s number in a script inside it', () => {
    const inputParameters = { scriptExpression: 'return $.i - 1', i: '${lp.output.iteration}' }
    const sim = play({ workflows: [workflow('w', [loop([system('LAMBDA', 'n', { inputParameters })])])] })
    const id = sim.start('w')
    expect([1, 2].map((turn) => rowOf(sim, id, `n__${turn}`).outputData.result)).toEqual([0, 1])
  })

  test('case 138: what follows a case’s WAIT runs before the next turn begins', () => {
    const choose = system('SWITCH', 'sw', {
      evaluatorType: 'value-param',
      expression: 'k',
      inputParameters: { k: 'x' },
      decisionCases: { x: [system('WAIT', 'wait')] },
    })
    const last = system('INLINE', 'last', { inputParameters: { expression: '1' } })
    const sim = play({ workflows: [workflow('w', [loop([choose, last])])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 'sw__1:COMPLETED', 'wait__1:IN_PROGRESS'])
    sim.finish(rowOf(sim, id, 'wait__1'))
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toEqual([
      'lp',
      'sw__1',
      'wait__1',
      'last__1',
      'sw__2',
      'wait__2',
    ])
  })

  test('case 142: the condition is asked when the turn’s last task has ended, not between tasks that end at once', () => {
    const set = (ref: string) => system('SET_VARIABLE', ref, { inputParameters: { at: ref } })
    const body = loop([set('s1'), set('s2'), simple('a')])
    const more = { inputParameters: { at: '${workflow.variables.at}' }, loopCondition: "$.at == 's1'" }
    const sim = play({ workflows: [workflow('w', [{ ...body, ...more }])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 's1__1:COMPLETED', 's2__1:COMPLETED', 'a__1:SCHEDULED'])
    work(sim, 'a')
    expect(rowOf(sim, id, 'lp')).toMatchObject({ status: 'COMPLETED', iteration: 1 })
  })
})

describe('a loop as a branch', () => {
  test('its JOIN shows the turns that it has had', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[loop([simple('a')])], [simple('b')]]))] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'f_join').outputData).toEqual({ lp: { iteration: 1 } })
    work(sim, 'a', { output: { n: 1 } })
    expect(rowOf(sim, id, 'f_join').outputData).toEqual({ lp: { iteration: 2, 1: { a: { n: 1 } } } })
    expect(rowOf(sim, id, 'f_join').status).toBe('IN_PROGRESS')
  })

  test('turns that end the workflow at once are over before its JOIN looks', () => {
    const end = system('TERMINATE', 'end', { inputParameters: { terminationStatus: 'FAILED' } })
    const go = system('NOOP', 'go')
    const route = system('SWITCH', 'route', {
      evaluatorType: 'value-param',
      expression: 'n',
      inputParameters: { n: '${lp.output.iteration}' },
      decisionCases: { 2: [end] },
      defaultCase: [go],
    })
    const sim = play({ workflows: [workflow('w', fork('f', [[loop([route])], [system('HUMAN', 'h')]]))] })
    const id = sim.start('w')
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(rowOf(sim, id, 'f_join').outputData).toEqual({})
  })
})

describe('a SWITCH that ends the workflow', () => {
  const channel = (to: string) => [
    system('INLINE', to, { inputParameters: { expression: `'${to}: ' + $.m`, m: '${workflow.input.m}' } }),
  ]
  const route = system('SWITCH', 'route', {
    evaluatorType: 'value-param',
    expression: 'c',
    inputParameters: { c: '${workflow.input.c}' },
    decisionCases: { sms: [...channel('SMS'), simple('deliver')], EMAIL: channel('EMAIL') },
    defaultCase: [simple('unknown')],
  })
  const sim = play({ workflows: [workflow('w', [system('NOOP', 'first'), route])] })

  test('case 268: the case that was named, to its last task', () => {
    const id = sim.start('w', { c: 'sms', m: 'hello' })
    work(sim, 'deliver')
    expect(rowsOf(sim, id)).toHaveLength(4)
    expect(rowOf(sim, id, 'SMS').outputData).toEqual({ result: 'SMS: hello' })
  })

  test('case 269: another one, with which the workflow ends', () => {
    const id = sim.start('w', { c: 'EMAIL', m: 'hello' })
    expect(rowsOf(sim, id)).toEqual(['first:COMPLETED', 'route:COMPLETED', 'EMAIL:COMPLETED'])
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { result: 'EMAIL: hello' } })
  })

  test('cases 110 and 270: the default, whose task is the last', () => {
    const id = sim.start('w', { c: 'Whatsapp' })
    expect(rowOf(sim, id, 'route').outputData).toEqual({ evaluationResult: ['Whatsapp'], selectedCase: 'Whatsapp' })
    expect(rowsOf(sim, id).at(-1)).toBe('unknown:SCHEDULED')
    work(sim, 'unknown')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})
