import { expect, test } from 'vitest'
import type { GraphTask } from '@/components/graph/definition'
import { renameInput } from './rename-input'

const task = (type: string, more: Partial<GraphTask>): GraphTask => ({
  name: 't',
  taskReferenceName: 't',
  type,
  ...more,
})

test.each<[string, GraphTask, Partial<GraphTask>]>([
  [
    'a script',
    task('INLINE', { inputParameters: { a: 1, b: 2, expression: "$.a + $['a'] + $.ab + $.b" } }),
    { inputParameters: { z: 1, b: 2, expression: "$.z + $['z'] + $.ab + $.b" } },
  ],
  [
    'the compared input of a switch',
    task('SWITCH', { evaluatorType: 'value-param', expression: 'a', inputParameters: { a: 1 } }),
    { expression: 'z', inputParameters: { z: 1 } },
  ],
  [
    'the script of a switch',
    task('SWITCH', { evaluatorType: 'javascript', expression: '$.a > 1', inputParameters: { a: 1 } }),
    { expression: '$.z > 1', inputParameters: { z: 1 } },
  ],
  [
    'a dynamic fork',
    task('FORK_JOIN_DYNAMIC', { dynamicForkTasksParam: 'a', inputParameters: { a: [] } }),
    { dynamicForkTasksParam: 'z', inputParameters: { z: [] } },
  ],
  [
    'a condition, unless a task of the body is called so',
    task('DO_WHILE', {
      loopCondition: '$.a < 1',
      inputParameters: { a: 1 },
      loopOver: [{ name: 'a', taskReferenceName: 'a' }],
    }),
    { inputParameters: { z: 1 } },
  ],
  [
    'not a jq filter',
    task('JSON_JQ_TRANSFORM', { inputParameters: { a: 1, queryExpression: '.a' } }),
    { inputParameters: { z: 1, queryExpression: '.a' } },
  ],
])('an input is renamed in %s', (_name, before, expected) => {
  const reader: GraphTask = {
    name: 'r',
    taskReferenceName: 'r',
    inputParameters: { x: '${t.input.a.b} ${t.input.ab} ${u.input.a}' },
  }
  const renamed = renameInput({ name: 'w', tasks: [before, reader] }, ['tasks', 0], { from: 'a', to: 'z' })
  expect(renamed.tasks?.[0]).toEqual({ ...before, ...expected })
  expect(renamed.tasks?.[1]?.inputParameters).toEqual({ x: '${t.input.z.b} ${t.input.ab} ${u.input.a}' })
})

test('a name that is taken changes nothing', () => {
  const definition = { name: 'w', tasks: [task('SIMPLE', { inputParameters: { a: 1, z: 2 } })] }
  expect(renameInput(definition, ['tasks', 0], { from: 'a', to: 'z' })).toBe(definition)
})
