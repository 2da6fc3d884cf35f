import { expect, test } from 'vitest'
import { nodeIndex } from '@/components/graph/node-index'
import { findProblems } from './find-problems'
import { problemMarks } from './problem'
import { readText } from './read-text'

function problemsOf(text: string) {
  const state = { definition: { name: '' }, ...readText(text) }
  return findProblems(state, nodeIndex(state.definition))
}

test('a broken rule is found in the text and on the node', () => {
  const text = JSON.stringify(
    {
      name: 'w',
      tasks: [{ name: 's', taskReferenceName: 's', type: 'SWITCH', expression: 'x', decisionCases: { a: [] } }],
    },
    null,
    2,
  )
  const [problem] = problemsOf(text).filter((one) => one.severity === 'error')
  expect(problem?.nodeId).toBe('s')
  expect(text.slice(problem?.offset, (problem?.offset ?? 0) + 1)).toMatch(/[{"]/)
  expect(problemMarks(problemsOf(text)).s?.severity).toBe('error')
})

test('text that does not parse is the only problem', () => {
  expect(problemsOf('{ "name": ')).toMatchObject([
    { severity: 'error', nodeId: null, message: 'A value is missing here.' },
  ])
})
