import { expect, test } from 'vitest'
import type { JsonObject } from '@/server/model/json'
import { type WorkflowTaskInput, workflowDefSchema } from '@/server/model/workflow-def'
import { answerFields, humanDefinition } from './answer-fields'

const human: WorkflowTaskInput = { name: 'approve', taskReferenceName: 'approve', type: 'HUMAN' }
const definition = (...tasks: WorkflowTaskInput[]) => workflowDefSchema.parse({ name: 'w', tasks: [human, ...tasks] })
const choice = (name: string, ...cases: string[]): WorkflowTaskInput => ({
  name: 's',
  taskReferenceName: name,
  type: 'SWITCH',
  evaluatorType: 'value-param',
  expression: 'chosen',
  inputParameters: { chosen: `\${approve.output.${name}}` },
  decisionCases: Object.fromEntries(cases.map((key) => [key, []])),
})
const answer = (input: JsonObject, schema: unknown, ...tasks: WorkflowTaskInput[]) =>
  answerFields({ definition: definition(...tasks), ref: 'approve', input, schema })

const field = (name: string, kind: string, more: object = {}) => ({
  name,
  kind,
  required: false,
  description: null,
  options: [],
  ...more,
})

test('without a schema the form has what other tasks read, with the choices of a switch', () => {
  const reader: WorkflowTaskInput = {
    name: 'ship',
    taskReferenceName: 'ship',
    inputParameters: { note: 'Says: ${approve.output.note}', city: '${approve.output.address.city}' },
  }
  const { fields, initial } = answer(
    { amount: 3 },
    null,
    choice('decision', 'yes', 'no'),
    choice('isFragile', 'true', 'false'),
    reader,
  )
  expect(fields).toEqual([
    field('decision', 'text', { options: ['yes', 'no'] }),
    field('isFragile', 'boolean'),
    field('note', 'text'),
    field('address', 'json'),
  ])
  expect(initial).toEqual({ isFragile: false })
})

test('a schema comes first, and what the task was given fills it', () => {
  const schema = {
    required: ['decision'],
    properties: {
      decision: { type: 'string', enum: ['take', 'leave'], description: 'What to do with it' },
      price: { type: 'number', default: 5 },
      amount: { type: 'integer' },
    },
  }
  const { fields, initial } = answer({ amount: 3, other: 'x' }, schema, choice('decision', 'yes'))
  expect(fields).toEqual([
    field('decision', 'text', { required: true, description: 'What to do with it', options: ['take', 'leave'] }),
    field('price', 'number'),
    field('amount', 'number'),
  ])
  expect(initial).toEqual({ price: 5, amount: 3 })
})

test('a task that is meant for people shows what it was given to be filled in', () => {
  const own = { displayName: 'Approve it', userFormTemplate: { name: 'approval', version: 2 } }
  const input = { __humanTaskDefinition: own, amount: 3, urgent: true, lines: [1] }
  const { fields, initial } = answer(input, null)
  expect(fields).toEqual([field('amount', 'number'), field('urgent', 'boolean'), field('lines', 'json')])
  expect(initial).toEqual({ amount: 3, urgent: true, lines: [1] })
  expect(humanDefinition(input)).toEqual({ displayName: 'Approve it', form: { name: 'approval', version: 2 } })
  expect(humanDefinition({ amount: 3 })).toBeNull()
})

test('where nothing is known there are no fields', () => {
  expect(answer({ amount: 3 }, null)).toEqual({ fields: [], initial: {} })
})
