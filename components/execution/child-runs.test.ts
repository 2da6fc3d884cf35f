import { expect, test } from 'vitest'
import { asWorkflowId } from '@/server/model/ids'
import { childDecorations, childRuns } from './child-runs'
import { aRun, aTask } from './testing'

const sub = (ref: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'SUB_WORKFLOW',
  subWorkflowParam: { name: 'child' },
})
const started = (ref: string, child: string) =>
  aTask(ref, { taskType: 'SUB_WORKFLOW', status: 'IN_PROGRESS', subWorkflowId: asWorkflowId(child) })

const parent = aRun([sub('one'), sub('two')], [started('one', 'run-1')])
const child = aRun([sub('deep'), { name: 't', taskReferenceName: 't' }], [started('deep', 'run-2')])

test('an open sub-workflow leads to the run it started, an inner one through the outer', () => {
  const ids = ['one', 'one › deep', 'two']
  expect(childRuns(parent, ids, new Map())).toEqual([{ id: 'one', workflowId: 'run-1' }])
  expect(childRuns(parent, ids, new Map([['one', child]]))).toEqual([
    { id: 'one', workflowId: 'run-1' },
    { id: 'one › deep', workflowId: 'run-2' },
  ])
})

test('what a child says stands under its place in the graph of the parent', () => {
  const decorations = childDecorations(new Map([['one', child]]), 10_000)
  expect(Object.keys(decorations)).toEqual(['one › deep'])
  expect(decorations['one › deep']?.status).toBe('IN_PROGRESS')
})
