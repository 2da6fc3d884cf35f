import { expect, test } from 'vitest'
import { graphModel } from './graph-model'
import { layout } from './layout'
import { type Direction, walk } from './walk'

const simple = (name: string) => ({ name, taskReferenceName: name })

const model = graphModel({
  name: 'd',
  tasks: [
    { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[simple('a')], [simple('b')]] },
    { ...simple('j'), type: 'JOIN', joinOn: ['a', 'b'] },
    { ...simple('s'), type: 'SWITCH', decisionCases: { one: [simple('x')] }, defaultCase: [] },
    simple('z'),
  ],
})
const drawn = layout(model)
const sideways = layout(model, 'right')

test.each<[string, Direction, string | null]>([
  ['__start', 'down', 'f'],
  ['f', 'down', 'a'],
  ['a', 'right', 'b'],
  ['b', 'left', 'a'],
  ['b', 'down', 'j'],
  ['x', 'down', 'z'],
  ['z', 'up', 'x'],
  ['a', 'left', null],
  ['__start', 'up', null],
])('from %s %s to %s', (from, direction, to) => {
  expect(walk(drawn, from, direction)).toBe(to)
})

test.each<[string, Direction, string | null]>([
  ['__start', 'right', 'f'],
  ['f', 'right', 'a'],
  ['a', 'down', 'b'],
  ['b', 'up', 'a'],
  ['b', 'right', 'j'],
  ['x', 'right', 'z'],
  ['z', 'left', 'x'],
  ['__start', 'left', null],
])('when control flows to the right, from %s %s to %s', (from, direction, to) => {
  expect(walk(sideways, from, direction)).toBe(to)
})
