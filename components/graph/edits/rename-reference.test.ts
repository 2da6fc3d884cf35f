import { expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
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

/** `a` is joined, looped over and read in every way that can be followed. */
test.each<[string, GraphTask, Partial<GraphTask>]>([
  [
    'the member of a JOIN',
    reads('${j.output.a.n} ${j.output["a"]} ${j.output.ab}'),
    inputs('${j.output.z.n} ${j.output["z"]} ${j.output.ab}'),
  ],
  [
    'the member of a turn',
    reads("${l.output['2'].a.n} ${l.output.2.a}"),
    inputs("${l.output['2'].z.n} ${l.output.2.z}"),
  ],
  ['a bracket and a dollar', reads("${['a'].output} ${$.a.output}"), inputs("${['z'].output} ${$.z.output}")],
  ['not an escape', reads('$${a.output}'), inputs('$${a.output}')],
  [
    'jq over the whole of a JOIN',
    code('JSON_JQ_TRANSFORM', {
      all: '${j.output}',
      other: 1,
      queryExpression: '.all.a.n + .all["a"].m + .other.a + .all.ab',
    }),
    {
      inputParameters: { all: '${j.output}', other: 1, queryExpression: '.all.z.n + .all["z"].m + .other.a + .all.ab' },
    },
  ],
  [
    'a script over the whole of a JOIN',
    code('INLINE', { all: '${j.output}', expression: "$.all.a.n + $.all['a'].m + $.a" }),
    { inputParameters: { all: '${j.output}', expression: "$.all.z.n + $.all['z'].m + $.a" } },
  ],
  [
    'a script of a JOIN',
    { ...code('JOIN', {}), expression: "$.joinOn.every(r => $[r]) && $['a'].n" },
    { expression: "$.joinOn.every(r => $[r]) && $['z'].n" },
  ],
  ['a task that is updated', code('UPDATE_TASK', { taskRefName: 'a' }), { inputParameters: { taskRefName: 'z' } }],
  [
    'not the inside of an inline definition',
    {
      ...code('SUB_WORKFLOW', {}),
      subWorkflowParam: { name: '${a.output.n}', workflowDefinition: { x: '${a.output}' } },
    },
    { subWorkflowParam: { name: '${z.output.n}', workflowDefinition: { x: '${a.output}' } } },
  ],
])('it follows %s', (_name, task, expected) => {
  const loop: GraphTask = {
    name: 'l',
    taskReferenceName: 'l',
    type: 'DO_WHILE',
    loopCondition: '1',
    loopOver: [simple('a')],
  }
  const join: GraphTask = { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['a'] }
  const renamed = renameReference({ name: 'w', tasks: [loop, join, task] }, ['tasks', 0, 'loopOver', 0], 'z')
  expect(renamed.tasks?.[2]).toEqual({ ...task, ...expected })
  const nested: GraphTask = { name: 's', taskReferenceName: 's', type: 'SWITCH', defaultCase: [task] }
  const inside = renameReference({ name: 'w', tasks: [loop, join, nested] }, ['tasks', 0, 'loopOver', 0], 'z')
  expect(inside.tasks?.[2]?.defaultCase).toEqual([{ ...task, ...expected }])
})

function simple(reference: string): GraphTask {
  return { name: reference, taskReferenceName: reference }
}

function code(type: string, inputParameters: GraphTask['inputParameters']): GraphTask {
  return { name: 't', taskReferenceName: 't', type, inputParameters }
}

function reads(x: string): GraphTask {
  return code('SIMPLE', { x })
}

function inputs(x: string): Partial<GraphTask> {
  return { inputParameters: { x } }
}
