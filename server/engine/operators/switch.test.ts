import { describe, expect, test } from 'vitest'
import { play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

function choosing(more: Partial<WorkflowTaskInput>): WorkflowTaskInput {
  return system('SWITCH', 'sw', {
    evaluatorType: 'value-param',
    expression: 'k',
    inputParameters: { k: '${workflow.input.k}' },
    decisionCases: { a: [simple('a1'), simple('a2')], '1': [simple('one')], true: [simple('yes')], none: [] },
    defaultCase: [simple('d')],
    ...more,
  })
}

const byValue = workflow('w', [choosing({}), simple('z')])

describe('by value', () => {
  test('cases 103 and 104: the branch runs in order, then what follows the switch', () => {
    const sim = play({ workflows: [byValue] })
    const id = sim.start('w', { k: 'a' })
    expect(rowsOf(sim, id)).toEqual(['sw:COMPLETED', 'a1:SCHEDULED'])
    expect(rowOf(sim, id, 'sw')).toMatchObject({
      inputData: { k: 'a', case: 'a', hasChildren: 'true' },
      outputData: { evaluationResult: ['a'], selectedCase: 'a' },
    })
    work(sim, 'a1')
    work(sim, 'a2')
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })

  test('case 115: numbers and booleans by their text', () => {
    const sim = play({ workflows: [byValue] })
    expect(rowsOf(sim, sim.start('w', { k: 1 }))[1]).toBe('one:SCHEDULED')
    expect(rowsOf(sim, sim.start('w', { k: true }))[1]).toBe('yes:SCHEDULED')
  })

  test('cases 106 and 107: anything else, and null, take the default', () => {
    const sim = play({ workflows: [byValue] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'sw').outputData.evaluationResult).toEqual(['null'])
    expect(rowsOf(sim, id)[1]).toBe('d:SCHEDULED')
    expect(rowsOf(sim, sim.start('w', { k: 'constructor' }))[1]).toBe('d:SCHEDULED')
  })

  test('case 112: a case with an empty list runs nothing, not the default', () => {
    const sim = play({ workflows: [byValue] })
    expect(rowsOf(sim, sim.start('w', { k: 'none' }))).toEqual(['sw:COMPLETED', 'z:SCHEDULED'])
  })

  test('cases 109 and 111: no match and no default goes on, at the end to the end', () => {
    const sim = play({ workflows: [workflow('w', [choosing({ defaultCase: [] })])] })
    expect(sim.workflow(sim.start('w')).status).toBe('COMPLETED')
  })

  test('case 108: switches in switches, however deep, come out behind the outermost', () => {
    const inner = choosing({ taskReferenceName: 'inner', decisionCases: { a: [simple('deep')] } })
    const sim = play({ workflows: [workflow('w', [choosing({ decisionCases: { a: [inner] } }), simple('z')])] })
    const id = sim.start('w', { k: 'a' })
    expect(rowsOf(sim, id)).toEqual(['sw:COMPLETED', 'inner:COMPLETED', 'deep:SCHEDULED'])
    work(sim, 'deep')
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })
})

describe('by a script', () => {
  const scripted = (expression: string) => choosing({ evaluatorType: 'javascript', expression })

  test('the branch follows the answer', () => {
    const sim = play({ workflows: [workflow('w', [scripted("$.k > 10 ? 'a' : 'x'"), simple('z')])] })
    const id = sim.start('w', { k: 11 })
    expect(rowsOf(sim, id)).toEqual(['sw:COMPLETED', 'a1:SCHEDULED'])
    work(sim, 'a1')
    work(sim, 'a2')
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })

  test('case 114: one that throws fails the workflow', () => {
    const sim = play({ workflows: [workflow('w', [scripted('nope.nope')])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['sw:FAILED'])
    expect(sim.workflow(id).status).toBe('FAILED')
  })

  test('an optional one that throws goes on behind it, without the default', () => {
    const task = system('SWITCH', 'sw', {
      evaluatorType: 'javascript',
      expression: 'nope()',
      optional: true,
      defaultCase: [simple('other')],
    })
    const sim = play({ workflows: [workflow('w', [task, simple('z')])] })
    expect(rowsOf(sim, sim.start('w'))).toEqual(['sw:COMPLETED_WITH_ERRORS', 'z:SCHEDULED'])
  })

  test('an unknown evaluator fails the workflow', () => {
    const sim = play({ workflows: [workflow('w', [choosing({ evaluatorType: 'cobol' })])] })
    expect(sim.workflow(sim.start('w')).reasonForIncompletion).toBe('No evaluator registered for type: cobol')
  })
})

describe('DECISION', () => {
  const deciding = (more: Partial<WorkflowTaskInput>) =>
    choosing({ type: 'DECISION', caseValueParam: 'k', decisionCases: { a: [simple('a1')], none: [] }, ...more })

  test('case 113: a case with an empty list means the default', () => {
    const sim = play({ workflows: [workflow('w', [deciding({})])] })
    const id = sim.start('w', { k: 'none' })
    expect(rowsOf(sim, id)).toEqual(['sw:COMPLETED', 'd:SCHEDULED'])
    expect(rowOf(sim, id, 'sw')).toMatchObject({
      inputData: { case: 'none', hasChildren: 'true' },
      outputData: { caseOutput: ['none'] },
    })
  })

  test('by caseExpression', () => {
    const sim = play({ workflows: [workflow('w', [deciding({ caseExpression: "$.k + 'a'" })])] })
    expect(rowsOf(sim, sim.start('w', { k: '' }))).toEqual(['sw:COMPLETED', 'a1:SCHEDULED'])
  })
})
