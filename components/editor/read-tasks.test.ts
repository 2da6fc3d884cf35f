import { expect, test } from 'vitest'
import { readTasks } from './read-tasks'

const task = { name: 'a', taskReferenceName: 'a_ref' }

test.each([
  ['a task', task, [task]],
  ['a list of tasks', [task, task], [task, task]],
  ['a workflow', { name: 'w', tasks: [task] }, [task]],
  ['a task without a reference', { name: 'a' }, null],
  ['an empty list', [], null],
  ['something else', 'text', null],
])('%s', (_, value, tasks) => {
  expect(readTasks(JSON.stringify(value))).toEqual(tasks)
})

test('text that is not JSON holds no task', () => {
  expect(readTasks('${a.output}')).toBeNull()
})
