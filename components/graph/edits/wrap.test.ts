import { expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { unwrapTask, wrapTasks } from './wrap'

const simple = (name: string): GraphTask => ({ name, taskReferenceName: name })
const row: Definition = { name: 'd', tasks: [simple('a'), simple('b'), simple('c')] }
const names = (tasks: readonly GraphTask[] | null | undefined) => tasks?.map((task) => task.taskReferenceName)

test('one task in a fork gets a neighbour, several become its branches', () => {
  const one = wrapTasks(row, [['tasks', 0]], 'FORK_JOIN').definition
  expect(names(one.tasks)).toEqual(['fork_ref', 'join_ref', 'b', 'c'])
  expect(one.tasks?.[0]?.forkTasks?.map(names)).toEqual([['a'], ['task_ref']])
  expect(one.tasks?.[1]?.joinOn).toEqual(['a', 'task_ref'])
  const two = wrapTasks(
    row,
    [
      ['tasks', 2],
      ['tasks', 1],
    ],
    'FORK_JOIN',
  ).definition
  expect(two.tasks?.[1]?.forkTasks?.map(names)).toEqual([['b'], ['c']])
})

test('what is wrapped and unwrapped is what it was', () => {
  for (const type of ['FORK_JOIN', 'DO_WHILE', 'SWITCH'] as const) {
    const paths = [
      ['tasks', 0],
      ['tasks', 1],
    ]
    const { definition, container } = wrapTasks(row, paths, type)
    expect(container?.type).toBe(type)
    expect(unwrapTask(definition, ['tasks', 0])).toEqual(row)
  }
})

test('the join of the branch in which something was wrapped waits for the container', () => {
  const forked: Definition = {
    name: 'd',
    tasks: [
      { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[simple('x')], [simple('y')]] },
      { ...simple('j'), type: 'JOIN', joinOn: ['x', 'y'] },
    ],
  }
  const { definition } = wrapTasks(forked, [['tasks', 0, 'forkTasks', 0, 0]], 'DO_WHILE')
  expect(definition.tasks?.[1]?.joinOn?.toSorted()).toEqual(['loop_ref', 'y'])
  const back = unwrapTask(definition, ['tasks', 0, 'forkTasks', 0, 0])
  expect(back.tasks?.[1]?.joinOn?.toSorted()).toEqual(['x', 'y'])
})

test('tasks that do not stand in a row are left alone', () => {
  expect(
    wrapTasks(
      row,
      [
        ['tasks', 0],
        ['tasks', 2],
      ],
      'SWITCH',
    ),
  ).toEqual({ definition: row, container: null })
})
