import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { allReferences } from '@/components/graph/references'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { deleteTasks, duplicateTasks, pasteTasks, tasksAt } from './selection'

const simple = (name: string, input = ''): GraphTask => ({
  name,
  taskReferenceName: name,
  inputParameters: input === '' ? {} : { value: input },
})

const definition: Definition = {
  name: 'd',
  tasks: [
    simple('a'),
    { ...simple('fork'), type: 'FORK_JOIN', forkTasks: [[simple('x')], [simple('y')]] },
    { ...simple('join'), type: 'JOIN', joinOn: ['x', 'y'] },
    simple('b', '${a.output}'),
  ],
}
const names = (tasks: readonly GraphTask[] | null | undefined) => tasks?.map((task) => task.taskReferenceName)
const X: JsonPath = ['tasks', 1, 'forkTasks', 0, 0]
const Y: JsonPath = ['tasks', 1, 'forkTasks', 1, 0]

test('a selection is read in the order of the text, a fork with its join, nothing twice', () => {
  expect(names(tasksAt(definition, [['tasks', 3], ['tasks', 2], X]))).toEqual(['fork', 'join', 'b'])
})

test('deleting every branch deletes the fork', () => {
  expect(names(deleteTasks(definition, [X, Y, ['tasks', 0]]).tasks)).toEqual(['b'])
})

test('copies refer to each other where both were copied', () => {
  const { definition: after, tasks } = duplicateTasks(definition, [
    ['tasks', 0],
    ['tasks', 3],
  ])
  expect(names(after.tasks)).toEqual(['a', 'fork', 'join', 'b', 'a_2', 'b_2'])
  expect(tasks[1]?.inputParameters).toEqual({ value: '${a_2.output}' })
})

test('what is free in the other workflow keeps its name', () => {
  const { tasks } = pasteTasks({ name: 'other', tasks: [simple('a')] }, { list: ['tasks'], index: 1 }, [
    simple('a'),
    simple('c', '${a.output}'),
  ])
  expect(names(tasks)).toEqual(['a_2', 'c'])
  expect(tasks[1]?.inputParameters).toEqual({ value: '${a_2.output}' })
})

test('deleting any selection deletes it all and never more than it holds, pasting keeps references unique', () => {
  fc.assert(
    fc.property(randomDefinition, fc.array(fc.nat(1000), { maxLength: 6 }), (random, choices) => {
      const all = [...allTasks(random)]
      const paths =
        all.length === 0 ? [] : choices.map((choice) => (all[choice % all.length] as { path: JsonPath }).path)
      const gone = new Set(names(tasksAt(random, paths)))
      const left = allReferences(deleteTasks(random, paths))
      for (const reference of gone) expect(left.has(reference)).toBe(false)
      const { definition: after } = duplicateTasks(random, paths)
      const references = names([...allTasks(after)].map(({ task }) => task)) ?? []
      expect(new Set(references).size).toBe(references.length)
    }),
    { numRuns: 40 },
  )
}, 20_000)
