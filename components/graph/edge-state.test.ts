import { expect, test } from 'vitest'
import type { Definition } from './definition'
import { edgeStates, type NodeState } from './edge-state'
import { graphModel } from './graph-model'
import { layout } from './layout'

const simple = (name: string) => ({ name, taskReferenceName: name })

const definition: Definition = {
  name: 'd',
  tasks: [
    {
      ...simple('s'),
      type: 'SWITCH',
      decisionCases: { yes: [simple('y')], no: [simple('n')] },
      defaultCase: [],
    },
    { ...simple('l'), type: 'DO_WHILE', loopOver: [simple('t')] },
  ],
}

function kinds(nodes: Record<string, NodeState>) {
  const states = edgeStates(layout(graphModel(definition)), { nodes, runStatus: 'RUNNING' })
  return Object.fromEntries([...states].map(([id, state]) => [id, state.kind]))
}

test('the way that was taken is drawn up to where control is, the other ways fade', () => {
  const states = kinds({ s: { status: 'COMPLETED' }, y: { status: 'IN_PROGRESS' }, n: { notTaken: true } })
  expect(states).toMatchObject({
    '__start→s': 'taken',
    's→s/case/yes': 'taken',
    's/case/yes→y': 'taken',
    'y→s/merge': 'idle',
    's→s/case/no': 'not-taken',
    's/case/no→n': 'not-taken',
    's→s/default': 'not-taken',
    's/merge→l': 'idle',
  })
})

test('an empty default case is taken when no case has the chosen name', () => {
  const states = kinds({
    s: { status: 'COMPLETED', selectedCase: 'maybe' },
    y: { notTaken: true },
    n: { notTaken: true },
  })
  expect(states['s→s/default']).toBe('taken')
  expect(states['s/default→s/merge']).toBe('taken')
})

test('the way back of a loop is taken from its second turn on', () => {
  const inside = { s: { status: 'COMPLETED' }, y: { status: 'COMPLETED' }, t: { status: 'COMPLETED' } } as const
  expect(kinds({ ...inside, l: { status: 'IN_PROGRESS', iterations: 1 } })['t→l:again']).toBe('idle')
  expect(kinds({ ...inside, l: { status: 'IN_PROGRESS', iterations: 2 } })['t→l:again']).toBe('taken')
  expect(kinds({ ...inside, l: { status: 'IN_PROGRESS', iterations: 2 } })['l→t']).toBe('taken')
})
