import { expect, test } from 'vitest'
import { graphModel } from '@/components/graph/graph-model'
import { layout } from '@/components/graph/layout'
import type { PlacedNode } from '@/components/graph/layout-types'
import { spokenLabel } from './node-label'

const simple = (ref: string) => ({ name: ref, taskReferenceName: ref })
const definition = {
  name: 'orders',
  tasks: [
    { name: 'Charge card', taskReferenceName: 'charge' },
    { ...simple('loop'), type: 'DO_WHILE', loopOver: [simple('a'), simple('b')] },
    { ...simple('pick'), type: 'SWITCH', decisionCases: { yes: [simple('c')] }, defaultCase: [] },
  ],
}
const { nodes } = layout(graphModel(definition, { folded: new Set(['loop']) }))
const node = (id: string) => nodes.find((one) => one.id === id) as PlacedNode

test.each([
  ['charge', undefined, 'Charge card, worker task, step 1 of 3'],
  [
    'charge',
    { status: 'IN_PROGRESS', durationMs: 4_100 },
    'Charge card, worker task, step 1 of 3, in progress for 4 seconds',
  ],
  ['charge', { notTaken: true }, 'Charge card, worker task, step 1 of 3, not taken'],
  ['loop', undefined, 'loop, loop, step 2 of 3, collapsed, 2 tasks inside'],
  ['c', { status: 'FAILED' }, 'c, worker task, step 1 of 1, failed'],
  ['pick/case/yes', undefined, 'Case yes'],
  ['__start', undefined, 'Start'],
] as const)('a screen reader says of %s (%o): %s', (id, decoration, words) => {
  expect(spokenLabel(node(id), decoration)).toBe(words)
})
