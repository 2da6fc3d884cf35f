import Ajv from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kitchenSink } from '@/components/graph/testing/kitchen-sink'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { sampleDefinitions } from '@/server/samples/sample-definitions'
import { conductorJsonSchema } from './conductor-json-schema'

const validate = new Ajv({ strict: false, allErrors: true }).compile(conductorJsonSchema)

/** What Monaco would underline. */
function warnings(definition: unknown): string[] {
  validate(JSON.parse(JSON.stringify(definition)))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test.each([...sampleDefinitions('http://localhost').workflows, kitchenSink()].map((one) => [one.name, one] as const))(
  'nothing is underlined in %s, as it is written and as it is stored',
  (_, given) => {
    expect(warnings(given)).toEqual([])
    expect(warnings(workflowDefSchema.parse(given))).toEqual([])
  },
)

test('nor in any definition that the editor can make', () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      expect(warnings(definition)).toEqual([])
    }),
  )
})

test('what is not of its type is', () => {
  expect(warnings({ name: 'one', tasks: [{ name: 'a', taskReferenceName: 'a', joinOn: 'b' }] })).toEqual([
    '/tasks/0/joinOn must be array,null',
  ])
})
