import { expect, test } from 'vitest'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { createSimulation } from './simulate'
import { fork, LIMITS, START, system, workflow } from './testing/play'

test('what needs no script starts none: a choice by value, variables, forks and joins', () => {
  const choice = {
    evaluatorType: 'value-param',
    expression: 'c',
    inputParameters: { c: '${workflow.variables.x}' },
    decisionCases: { 1: [system('NOOP', 'taken')] },
  }
  const definition = workflow('w', [
    system('SET_VARIABLE', 'v', { inputParameters: { x: 1 } }),
    system('SWITCH', 's', choice),
    ...fork('f', [[system('NOOP', 'left')], [system('SET_VARIABLE', 'right')]]),
  ])
  const sim = createSimulation({
    definitions: [workflowDefSchema.parse(definition)],
    context: { random: () => 0, env: {}, limits: LIMITS },
    startTime: START,
    evaluate: ({ expression }) => {
      throw new Error(`A script was asked for: ${expression}`)
    },
    perform: () => null,
  })
  const id = sim.start('w')
  expect(sim.workflow(id).status).toBe('COMPLETED')
  expect(sim.tasks(id).map((task) => task.referenceTaskName)).toContain('taken')
})
