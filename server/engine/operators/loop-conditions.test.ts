import { describe, expect, test } from 'vitest'
import { play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

const loop = (more: Partial<WorkflowTaskInput>) => system('DO_WHILE', 'lp', { loopOver: [simple('a')], ...more })
const stage = (more: Partial<WorkflowTaskInput>) => play({ workflows: [workflow('w', [loop(more), simple('z')])] })

describe('a condition by value-param', () => {
  test('is the name of what decides, which the turn may have given', () => {
    const sim = stage({
      evaluatorType: 'value-param',
      loopCondition: 'more',
      inputParameters: { more: '${a.output.go}' },
    })
    const id = sim.start('w')
    work(sim, 'a', { output: { go: true } })
    work(sim, 'a', { output: { go: 'yes' } })
    expect(rowsOf(sim, id)).toEqual(['lp:COMPLETED', 'a__1:COMPLETED', 'a__2:COMPLETED', 'z:SCHEDULED'])
  })

  test('that names no input is a script, as in Conductor', () => {
    const sim = stage({ evaluatorType: 'value-param', loopCondition: '$.lp.iteration < 2' })
    const id = sim.start('w')
    work(sim, 'a')
    work(sim, 'a')
    expect(rowOf(sim, id, 'lp')).toMatchObject({ status: 'COMPLETED', iteration: 2 })
  })
})

describe('a list among the inputs of the loop', () => {
  const inputParameters = { items: '${workflow.input.list}' }

  test('is gone through where there is no condition', () => {
    const sim = stage({ inputParameters })
    const id = sim.start('w', { list: ['x', 'y'] })
    work(sim, 'a')
    expect(rowOf(sim, id, 'lp').outputData).toMatchObject({ loopIndex: 1, loopItem: 'y' })
    work(sim, 'a')
    expect(rowsOf(sim, id)).toEqual(['lp:COMPLETED', 'a__1:COMPLETED', 'a__2:COMPLETED', 'z:SCHEDULED'])
  })

  test('is an input like any other where there is one', () => {
    const sim = stage({ inputParameters, loopCondition: '$.lp.iteration < $.items.length + 2' })
    const id = sim.start('w', { list: ['x'] })
    for (let turn = 1; turn <= 3; turn += 1) work(sim, 'a')
    expect(rowOf(sim, id, 'lp')).toMatchObject({ status: 'COMPLETED', iteration: 3 })
    expect(rowOf(sim, id, 'lp').outputData).not.toHaveProperty('loopItem')
    const empty = stage({ inputParameters, loopCondition: '' })
    const once = empty.start('w', { list: ['x', 'y'] })
    work(empty, 'a')
    expect(rowOf(empty, once, 'lp')).toMatchObject({ status: 'COMPLETED', outputData: { iteration: 1 } })
  })
})

test('an input _items that finds nothing is an empty list; a plain null is no list', () => {
  const more = { loopCondition: '$.lp.iteration < 2', loopOver: [system('NOOP', 'n')] }
  const turns = (_items: string | null) => {
    const sim = play({
      workflows: [workflow('w', [system('DO_WHILE', 'lp', { ...more, inputParameters: { _items } })])],
    })
    return rowOf(sim, sim.start('w'), 'lp').outputData.iteration
  }
  expect([turns('${workflow.input.none}'), turns(null)]).toEqual([0, 2])
})
