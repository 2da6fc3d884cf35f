import { expect, test } from 'vitest'
import { BUILT_TASK_TYPES } from '@/server/engine/operators/registry'
import { newTasks } from './new-tasks'
import { TASK_CATALOG, TASK_KINDS } from './task-catalog'

test('the editor knows exactly the task types that the engine runs', () => {
  expect(TASK_KINDS.map((kind) => kind.type).toSorted()).toEqual([...BUILT_TASK_TYPES].toSorted())
})

test('what the palette offers is a task of that type', () => {
  for (const { type } of TASK_CATALOG.flatMap((group) => group.kinds)) {
    expect(newTasks(type, { name: 'empty', tasks: [] })[0]?.type).toBe(type)
  }
})
