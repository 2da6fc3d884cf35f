import { expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { sampleInput, sampleReferences } from './sample-input'

const JQ: GraphTask = {
  name: 'jq',
  taskReferenceName: 'jq',
  type: 'JSON_JQ_TRANSFORM',
  inputParameters: {
    body: '${http.output.body}',
    who: 'for ${workflow.input.name}',
    no: '${later.output}',
    queryExpression: '.body',
  },
}
const LOOP: GraphTask = {
  name: 'l',
  taskReferenceName: 'l',
  type: 'DO_WHILE',
  inputParameters: { most: '${workflow.input.most}' },
  loopCondition: '$.a.n < $.most',
  loopOver: [{ name: 'a', taskReferenceName: 'a' }],
}
const DEFINITION: Definition = { name: 'w', tasks: [JQ, LOOP] }
const DATA = {
  workflow: { input: { name: 'Ada', most: 3 } },
  rows: { http: { output: { body: [1, 2] } }, a: { output: { n: 1 } } },
  outputs: {},
}

test('the inputs of a task as the last run would have given them', () => {
  expect(sampleInput(DEFINITION, JQ, DATA)).toEqual({
    body: [1, 2],
    who: 'for Ada',
    no: null,
    queryExpression: '.body',
  })
  expect(sampleReferences(DEFINITION, JQ)).toEqual(['http', 'later'])
})

test('a condition of polling sees the last answer, or one as it might be', () => {
  const poll: GraphTask = { name: 'p', taskReferenceName: 'p', type: 'HTTP_POLL', inputParameters: { a: 1 } }
  const response = { statusCode: 202, body: { done: false } }
  const data = { ...DATA, rows: { p: { output: { response } } } }
  expect(sampleInput(DEFINITION, poll, data)).toEqual({ input: { a: 1 }, output: { response }, response })
  expect(sampleInput(DEFINITION, poll, DATA)).toMatchObject({ output: { response: { statusCode: 200 } } })
  expect(sampleReferences(DEFINITION, poll)).toEqual(['p'])
})

test('a script of a JOIN sees what its branches put out, and their names', () => {
  const join: GraphTask = { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['a', 'b'] }
  expect(sampleInput(DEFINITION, join, DATA)).toEqual({ a: { n: 1 }, b: {}, joinOn: ['a', 'b'] })
  expect(sampleReferences(DEFINITION, join)).toEqual(['a', 'b'])
})

test('a loop sees its body and itself besides', () => {
  expect(sampleInput(DEFINITION, LOOP, DATA)).toEqual({ most: 3, a: { n: 1 }, l: { iteration: 1 } })
  expect(sampleReferences(DEFINITION, LOOP)).toEqual(['l', 'a'])
})
