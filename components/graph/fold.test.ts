import { expect, test } from 'vitest'
import { foldedAround, foldedAtFirst, foldWord, outermost } from './fold'

const simple = (name: string) => ({ name, taskReferenceName: name })
const definition = {
  name: 'd',
  tasks: [
    { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[{ ...simple('l'), type: 'DO_WHILE', loopOver: [simple('t')] }]] },
    { ...simple('j'), type: 'JOIN', joinOn: ['l'] },
    { ...simple('s'), type: 'SWITCH', decisionCases: { yes: [simple('x')] }, defaultCase: [] },
    { ...simple('w'), type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'other' } },
  ],
}

test('the outermost containers are those that stand in no other', () => {
  expect(outermost(definition)).toEqual(['f', 's'])
})

test.each<[string, string[]]>([
  ['t', ['f', 'l']],
  ['l', ['f']],
  ['j', ['f']],
  ['s/case/yes', ['s']],
  ['x', ['s']],
  ['f', []],
  ['nobody', []],
])('to show %s, %o must open', (id, around) => {
  expect(foldedAround(definition, new Set(['f', 'l', 's']), id)).toEqual(around)
})

test('only a graph that nobody could read opens folded', () => {
  expect(foldedAtFirst(definition)).toEqual([])
  const branch = Array.from({ length: 3_000 }, (_, i) => simple(`t${i}`))
  const large = { name: 'd', tasks: [{ ...simple('f'), type: 'FORK_JOIN', forkTasks: [branch] }] }
  expect(foldedAtFirst(large)).toEqual(['f'])
})

test.each([
  ['f', 'Expand'],
  ['s', 'Collapse'],
  ['w', 'Show what it runs'],
  ['t', null],
  ['s/default', null],
])('of %s folding says %s', (id, word) => {
  expect(foldWord(definition, { folded: new Set(['f']) }, id)).toBe(word)
})
