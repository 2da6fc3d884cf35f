import { expect, test } from 'vitest'
import { TASK_KINDS } from '@/components/graph/task-catalog'
import { taskIcon } from './task-icon'

test('every task type that is offered or drawn has an icon that no other has', () => {
  const bearers = Map.groupBy(TASK_KINDS, ({ type }) => taskIcon(type))
  const shared = [...bearers.values()].filter((kinds) => kinds.length > 1)
  expect(shared.map((kinds) => kinds.map(({ type }) => type))).toEqual([])
})

test('a type of one’s own is the work of a worker', () => {
  expect(taskIcon('resize_image')).toBe(taskIcon('SIMPLE'))
})
