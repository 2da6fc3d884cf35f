import { expect, test } from 'vitest'
import type { Direction } from '@/components/graph/walk'
import { outlineRows } from './outline-rows'
import { outlineStep } from './outline-step'

const simple = (name: string) => ({ name, taskReferenceName: name })
const definition = {
  name: 'orders',
  tasks: [
    { name: 'Charge card', taskReferenceName: 'charge', type: 'HTTP' },
    { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[simple('a')], [simple('b')]] },
    { ...simple('j'), type: 'JOIN', joinOn: ['a', 'b'] },
    { ...simple('s'), type: 'SWITCH', decisionCases: { yes: [simple('x')] }, defaultCase: [] },
  ],
}
const rowsWith = (closed: string[], shown: string | null = null) => outlineRows(definition, new Set(closed), shown)

test('every node of the graph has a line that says what and where it is', () => {
  expect(rowsWith([]).map(({ level, position, siblings, label }) => [level, position, siblings, label])).toEqual([
    [1, 1, 4, 'Charge card, HTTP call, step 1 of 4'],
    [1, 2, 4, 'f, fork, step 2 of 4'],
    [2, 1, 2, 'a, worker task, step 1 of 1 in branch 1 of 2'],
    [2, 2, 2, 'b, worker task, step 1 of 1 in branch 2 of 2'],
    [1, 3, 4, 'j, join, step 3 of 4'],
    [1, 4, 4, 's, switch, step 4 of 4'],
    [2, 1, 2, 'Case yes, 1 task'],
    [3, 1, 1, 'x, worker task, step 1 of 1'],
    [2, 2, 2, 'Default case, no tasks'],
  ])
})

test('what is closed hides its lines, unless the selection is inside', () => {
  const ids = (closed: string[], shown: string | null) => rowsWith(closed, shown).map((row) => row.id)
  expect(ids(['f', 's'], null)).toEqual(['charge', 'f', 'j', 's'])
  expect(ids(['f', 's'], 'b')).toEqual(['charge', 'f', 'a', 'b', 'j', 's'])
})

test.each<[string, Direction, string | null]>([
  ['charge', 'down', 'select f'],
  ['charge', 'up', null],
  ['charge', 'right', null],
  ['f', 'right', 'select a'],
  ['f', 'left', 'close f'],
  ['a', 'left', 'select f'],
  ['s', 'right', 'open s'],
  ['s', 'down', null],
  ['s/default', 'right', 'select charge'],
])('from %s %s: %s', (id, direction, expected) => {
  const step = outlineStep(rowsWith(['s']), id, direction)
  expect(step && `${step.kind} ${step.id}`).toBe(expected)
})
