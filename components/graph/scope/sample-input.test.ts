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

test('a loop sees its body and itself besides', () => {
  expect(sampleInput(DEFINITION, LOOP, DATA)).toEqual({ most: 3, a: { n: 1 }, l: { iteration: 1 } })
  expect(sampleReferences(DEFINITION, LOOP)).toEqual(['l', 'a'])
})
