import { describe, expect, test } from 'vitest'
import { asTaskId, asWorkflowId } from '@/server/model/ids'
import { play, rowOf, simple, sub, work, workflow } from './testing/play'

const OTHER = asWorkflowId('00000000-0000-4000-8000-00000000000a')
const follower = { workflowId: OTHER, taskId: asTaskId('00000000-0000-4000-8000-00000000000b') }

describe('an execution that is followed', () => {
  test('tells its followers how it ended, each once', () => {
    const sim = play({ workflows: [workflow('w', [simple('a')])] })
    const id = sim.start('w')
    for (const _ of [1, 2]) sim.send(id, { type: 'follow', follower })
    expect(sim.workflow(id).state?.followers).toEqual([follower])
    const task = sim.poll('a')
    const told = task === null ? [] : sim.finish(task).effects
    expect(told).toMatchObject([
      { type: 'tell', workflowId: OTHER, event: { type: 'child-ended', taskId: follower.taskId, status: 'COMPLETED' } },
    ])
  })

  test('which has ended says so at once', () => {
    const sim = play({ workflows: [workflow('w', [simple('a')])] })
    const id = sim.start('w')
    work(sim, 'a')
    const { effects } = sim.send(id, { type: 'follow', follower })
    expect(effects).toMatchObject([{ type: 'tell', workflowId: OTHER, event: { type: 'child-ended', childId: id } }])
  })

  test('which waits for its follower refuses it', () => {
    const sim = play({ workflows: [workflow('w', [simple('a')])] })
    const id = sim.start('w')
    const { effects } = sim.send(id, { type: 'follow', follower, inCircle: true })
    const event = { type: 'circle-found', taskId: follower.taskId, childId: id }
    expect(effects).toEqual([{ type: 'tell', workflowId: OTHER, event }])
    expect(sim.workflow(id).state?.followers).toBeUndefined()
  })
})

describe('a row that follows', () => {
  const found = {
    type: 'child-found',
    childId: OTHER,
    status: 'RUNNING',
    output: {},
    reason: null,
    name: 'child',
    version: 1,
  } as const

  function following() {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child')]), workflow('child', [simple('a')])] })
    const id = sim.start('w')
    const { taskId } = rowOf(sim, id, 's')
    sim.send(id, { ...found, taskId })
    return { sim, id, taskId }
  }

  test('stops waiting for what waits for its own workflow: it has the id', () => {
    const { sim, id, taskId } = following()
    expect(rowOf(sim, id, 's')).toMatchObject({ status: 'IN_PROGRESS', subWorkflowId: OTHER })
    sim.send(id, { type: 'circle-found', taskId, childId: OTHER })
    expect(rowOf(sim, id, 's')).toMatchObject({ status: 'COMPLETED', outputData: { subWorkflowId: OTHER } })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('does not mind a circle that it is no longer part of', () => {
    const { sim, id, taskId } = following()
    sim.send(id, { type: 'circle-found', taskId, childId: asWorkflowId('00000000-0000-4000-8000-00000000000c') })
    expect(rowOf(sim, id, 's').status).toBe('IN_PROGRESS')
  })

  test('never waits for its own workflow', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child')]), workflow('child', [simple('a')])] })
    const id = sim.start('w')
    sim.send(id, { ...found, childId: id, taskId: rowOf(sim, id, 's').taskId })
    expect(rowOf(sim, id, 's')).toMatchObject({ status: 'COMPLETED', outputData: { subWorkflowId: id } })
  })
})
