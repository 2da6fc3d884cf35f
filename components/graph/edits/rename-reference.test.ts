import { expect, test } from 'vitest'
import type { Definition } from '@/components/graph/definition'
import { renameReference } from './rename-reference'

test('every use follows: inputs, outputs, joins and the conditions of loops', () => {
  const definition: Definition = {
    name: 'uses',
    tasks: [
      { name: 'a', taskReferenceName: 'a', inputParameters: { plain: 'a' } },
      { name: 'b', taskReferenceName: 'b', inputParameters: { x: 'is ${a.output.n} of ${ab.output}', y: ['${a}'] } },
      {
        name: 'l',
        taskReferenceName: 'l',
        type: 'DO_WHILE',
        loopCondition: "$.a['x'] < 3 && $['a'].y && $.ab",
        loopOver: [],
      },
      { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['a', 'b'] },
    ],
    outputParameters: { result: '${a.output}' },
  }
  const renamed = renameReference(definition, ['tasks', 0], 'z')
  expect(renamed.tasks?.[0]).toEqual({ name: 'a', taskReferenceName: 'z', inputParameters: { plain: 'a' } })
  expect(renamed.tasks?.[1]?.inputParameters).toEqual({ x: 'is ${z.output.n} of ${ab.output}', y: ['${z}'] })
  expect(renamed.tasks?.[2]?.loopCondition).toBe("$.z['x'] < 3 && $['z'].y && $.ab")
  expect(renamed.tasks?.[3]?.joinOn).toEqual(['z', 'b'])
  expect(renamed.outputParameters).toEqual({ result: '${z.output}' })
})

test('of a name borne twice only the task is renamed: whom the uses mean is not ours to guess', () => {
  const twice: Definition = {
    name: 'twice',
    tasks: [
      { name: 'a', taskReferenceName: 'a' },
      { name: 'a', taskReferenceName: 'a' },
    ],
    outputParameters: { result: '${a.output}' },
  }
  const renamed = renameReference(twice, ['tasks', 1], 'b')
  expect(renamed.tasks?.map((task) => task.taskReferenceName)).toEqual(['a', 'b'])
  expect(renamed.outputParameters).toEqual({ result: '${a.output}' })
})
