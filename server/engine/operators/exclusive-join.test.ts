import { describe, expect, test } from 'vitest'
import { play, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

function choose(ref: string, key: string, branches: Partial<WorkflowTaskInput>): WorkflowTaskInput {
  return system('DECISION', ref, {
    caseValueParam: 'k',
    inputParameters: { k: `\${workflow.input.${key}}` },
    ...branches,
  })
}

/** Two decisions inside a decision: which of five tasks ran last is what the join takes over. */
const inner = (ref: string, yes: string) => choose(ref, 'second', { decisionCases: { true: [simple(yes)] } })
const outer = choose('d1', 'first', {
  decisionCases: {
    true: [simple('task2'), inner('d2', 'task3')],
    false: [simple('task4'), inner('d3', 'task5')],
  },
})
const join = system('EXCLUSIVE_JOIN', 'xj', {
  joinOn: ['task3', 'task5', 'task2', 'task4'],
  defaultExclusiveJoinTask: ['task1'],
})
const workflows = [workflow('w', [simple('task1'), outer, join])]

describe('EXCLUSIVE_JOIN over chained decisions', () => {
  test.each([
    ['case 116: no branch, the default task', { first: 'neither' }, ['task1']],
    ['case 117: one branch', { first: 'true', second: 'false' }, ['task1', 'task2']],
    [
      'case 118: both true, the deeper task stands earlier in joinOn',
      { first: 'true', second: 'true' },
      ['task1', 'task2', 'task3'],
    ],
    ['case 119: the false branch with an empty inner default', { first: 'false', second: 'false' }, ['task1', 'task4']],
    ['case 120: the false branch, inside it true', { first: 'false', second: 'true' }, ['task1', 'task4', 'task5']],
  ])('%s', (_sentence, input, ran) => {
    const sim = play({ workflows })
    const id = sim.start('w', input)
    for (const name of ran) work(sim, name, { output: { from: name } })
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { from: ran.at(-1) } })
  })

  test('case 121: it completes with the decision that completes its source', () => {
    const sim = play({ workflows })
    const id = sim.start('w', { first: 'true', second: 'true' })
    work(sim, 'task1')
    work(sim, 'task2')
    const decision = sim.finish(sim.poll('task3')!)
    expect(decision.changes.workflow?.status).toBe('COMPLETED')
    expect(rowsOf(sim, id)).toHaveLength(6)
  })

  test('a source that failed is the join’s failure, with its reason', () => {
    const failing = system('EXCLUSIVE_JOIN', 'xj', { joinOn: ['a'] })
    const sim = play({ workflows: [workflow('w', [simple('a', { retryCount: 0, permissive: true }), failing])] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'broke' })
    expect(rowsOf(sim, id)).toEqual(['a:FAILED', 'xj:FAILED'])
    expect(sim.workflow(id).reasonForIncompletion).toContain("'broke'")
  })
})
