import { expect, test } from 'vitest'
import { nodeIndex } from '@/components/graph/node-index'
import { kitchenSink } from '@/components/graph/testing/kitchen-sink'
import { findProblems } from './find-problems'
import { createProblemFinder, type ProblemPort } from './problem-finder'
import './problems-worker'
import type { AskedProblems, FoundProblems } from './problems-worker'

const asked = (text: string) => ({ text, ownTypes: [] })
const found = (message: string): FoundProblems => [
  { message, severity: 'error', nodeId: null, pointer: null, offset: 0, length: 1 },
]

/** The other end of a worker, answered by hand. */
function openFinder() {
  const sent: string[] = []
  const heard: string[] = []
  const port: ProblemPort = {
    onmessage: null,
    postMessage: ({ text }) => void sent.push(text),
    terminate: () => void sent.push('terminated'),
  }
  const finder = createProblemFinder(port, (problems) => heard.push(problems[0]?.message ?? ''))
  const answer = (message: string) => port.onmessage?.({ data: found(message) } as MessageEvent<FoundProblems>)
  return { finder, sent, heard, answer }
}

test('of the texts that come while one is searched only the newest is searched next', () => {
  const { finder, sent, heard, answer } = openFinder()
  for (const text of ['a', 'b', 'c']) finder.find(asked(text))
  expect(sent).toEqual(['a'])
  answer('of a')
  expect(sent).toEqual(['a', 'c'])
  // What is known of an old text would mark words that are gone.
  expect(heard).toEqual([])
  answer('of c')
  expect(heard).toEqual(['of c'])
  finder.find(asked('d'))
  expect(sent).toEqual(['a', 'c', 'd'])
})

test('stopping ends the worker', () => {
  const { finder, sent } = openFinder()
  finder.stop()
  expect(sent).toEqual(['terminated'])
})

test('the worker finds what the page would find', () => {
  const answers: FoundProblems[] = []
  Object.assign(globalThis, { postMessage: (problems: FoundProblems) => answers.push(problems) })
  const ask = globalThis.onmessage as unknown as (event: { data: AskedProblems }) => void
  const definition = { ...kitchenSink(), tasks: [{ name: 'a', taskReferenceName: 'a', type: 'OURS' }] }
  const text = JSON.stringify(definition)
  for (const ownTypes of [[], ['OURS']]) {
    ask({ data: { text, ownTypes } })
    const expected = findProblems({ text, definition, problem: null }, nodeIndex(definition), new Set(ownTypes))
    expect(answers.at(-1)).toEqual(expected)
  }
  expect(answers[0]?.length).toBeGreaterThan(answers[1]?.length ?? 0)
})
