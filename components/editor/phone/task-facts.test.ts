import { expect, test } from 'vitest'
import { taskFacts, taskInputs } from './task-facts'

const simple = (name: string) => ({ name, taskReferenceName: name })

test('a task says what it was written with, and nothing that was left empty', () => {
  const facts = taskFacts({
    ...simple('s'),
    type: 'SWITCH',
    evaluatorType: 'value-param',
    expression: 'kind',
    decisionCases: { a: [simple('x')], b: [] },
    defaultCase: [simple('y'), simple('z')],
    optional: true,
    startDelay: 5,
    retryCount: 0,
    joinOn: [],
    description: 'said in the head',
  })
  expect(facts).toEqual([
    { label: 'Evaluator', value: 'value-param' },
    { label: 'Expression', value: 'kind', isCode: true },
    { label: 'Cases', value: 'a (1 task), b (no tasks), default (2 tasks)' },
    { label: 'May fail', value: 'Yes: the workflow goes on' },
    { label: 'Starts after', value: '5 seconds' },
  ])
})

test('its inputs by name, what only its type needs to know last', () => {
  const inputParameters = { __humanTaskDefinition: { displayName: 'x' }, expression: '$.a', amount: 3 }
  expect(taskInputs({ ...simple('i'), type: 'INLINE', inputParameters })).toEqual([
    { label: 'expression', value: '$.a', isCode: true },
    { label: 'amount', value: 3 },
    { label: '__humanTaskDefinition', value: { displayName: 'x' } },
  ])
})
