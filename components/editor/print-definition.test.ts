import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { workflowDefSchema, workflowTaskSchema } from '@/server/model/workflow-def'
import { TASK_DEFAULTS, WORKFLOW_DEFAULTS } from './definition-defaults'
import { printDefinition } from './print-definition'

test('printing leaves out defaults and nothing else: what is read back means the same', () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const stored = workflowDefSchema.parse(definition)
      expect(workflowDefSchema.parse(JSON.parse(printDefinition(stored)))).toEqual(stored)
    }),
  )
})

test('a worker task is five lines, not thirty', () => {
  const stored = workflowDefSchema.parse({ name: 'w', tasks: [{ name: 'a', taskReferenceName: 'a_ref' }] })
  expect(printDefinition(stored)).toMatchInlineSnapshot(`
    "{
      "name": "w",
      "version": 1,
      "schemaVersion": 2,
      "tasks": [
        {
          "name": "a",
          "taskReferenceName": "a_ref",
          "type": "SIMPLE",
          "inputParameters": {}
        }
      ]
    }
    "
  `)
})

test('the defaults are those of the schema', () => {
  const task = { name: 'a', taskReferenceName: 'a' }
  expect(workflowTaskSchema.parse(task)).toEqual({ ...task, ...TASK_DEFAULTS })
  expect(workflowDefSchema.parse({ name: 'w' })).toEqual({ name: 'w', ...WORKFLOW_DEFAULTS })
})
