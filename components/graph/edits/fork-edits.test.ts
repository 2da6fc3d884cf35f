import { expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { addForkBranch } from './add-fork-branch'
import { deleteTask } from './delete-task'
import { duplicateTask } from './duplicate-task'
import { insertTasks } from './insert-tasks'
import { canMoveTask, moveTask } from './move-task'

const simple = (name: string): GraphTask => ({ name, taskReferenceName: name })

const forked = (joinOn: string[], ...branches: GraphTask[][]): Definition => ({
  name: 'forked',
  tasks: [
    { name: 'fork', taskReferenceName: 'fork', type: 'FORK_JOIN', forkTasks: branches },
    { name: 'join', taskReferenceName: 'join', type: 'JOIN', joinOn },
    simple('after'),
  ],
})

const joinOn = (definition: Definition) => definition.tasks?.find((task) => task.type === 'JOIN')?.joinOn
const references = (definition: Definition) => definition.tasks?.map((task) => task.taskReferenceName)

test('a task at the end of a branch is what the join waits for from then on', () => {
  const before = forked(['a', 'b'], [simple('a')], [simple('b')])
  const after = insertTasks(before, { list: ['tasks', 0, 'forkTasks', 0], index: 1 }, [simple('c')])
  expect(joinOn(after)).toEqual(['c', 'b'])
})

test('a join that somebody pointed at an earlier task keeps pointing there', () => {
  const before = forked(['a', 'b'], [simple('a'), simple('a2')], [simple('b')])
  const after = insertTasks(before, { list: ['tasks', 0, 'forkTasks', 0], index: 2 }, [simple('c')])
  expect(joinOn(after)).toEqual(['a', 'b'])
})

test('deleting a fork takes its join along, from either end', () => {
  const before = forked(['a'], [simple('a')])
  expect(references(deleteTask(before, ['tasks', 0]))).toEqual(['after'])
  expect(references(deleteTask(before, ['tasks', 1]))).toEqual(['after'])
})

test('the last task of a branch takes the branch along, the last branch the fork', () => {
  const two = forked(['a', 'b'], [simple('a')], [simple('b')])
  const one = deleteTask(two, ['tasks', 0, 'forkTasks', 0, 0])
  expect(joinOn(one)).toEqual(['b'])
  expect(references(deleteTask(one, ['tasks', 0, 'forkTasks', 0, 0]))).toEqual(['after'])
})

test('a new branch is joined', () => {
  const after = addForkBranch(forked(['a'], [simple('a')]), ['tasks', 0], [simple('n')])
  expect(joinOn(after)).toEqual(['a', 'n'])
})

test('a copy of a fork has references of its own, joined to each other', () => {
  const after = duplicateTask(forked(['a'], [simple('a')]), ['tasks', 0])
  expect(references(after)).toEqual(['fork', 'join', 'fork_2', 'join_2', 'after'])
  expect(after.tasks?.[2]?.forkTasks?.[0]?.[0]?.taskReferenceName).toBe('a_2')
  expect(after.tasks?.[3]?.joinOn).toEqual(['a_2'])
})

test('a task moved out of a branch is no longer joined; the last one of a branch stays', () => {
  const before = forked(['a2', 'b'], [simple('a'), simple('a2')], [simple('b')])
  const after = moveTask(before, ['tasks', 0, 'forkTasks', 0, 1], { list: ['tasks'], index: 3 })
  expect(joinOn(after)).toEqual(['a', 'b'])
  expect(references(after)).toEqual(['fork', 'join', 'after', 'a2'])
  expect(moveTask(before, ['tasks', 0, 'forkTasks', 1, 0], { list: ['tasks'], index: 0 })).toBe(before)
})

test('a fork cannot be moved into itself', () => {
  const before = forked(['a'], [simple('a')])
  expect(moveTask(before, ['tasks', 0], { list: ['tasks', 0, 'forkTasks', 0], index: 1 })).toBe(before)
})

test('a task can go to any other place, but not to its own', () => {
  const before = forked(['a', 'b'], [simple('a')], [simple('b'), simple('b2')])
  const b = ['tasks', 0, 'forkTasks', 1, 0]
  const branch = ['tasks', 0, 'forkTasks', 1]
  expect([0, 1, 2].map((index) => canMoveTask(before, b, { list: branch, index }))).toEqual([false, false, true])
  expect([0, 1, 2, 3].map((index) => canMoveTask(before, ['tasks', 0], { list: ['tasks'], index }))).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect(canMoveTask(before, ['tasks', 2], { list: branch, index: 0 })).toBe(true)
})
