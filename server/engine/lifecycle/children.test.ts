import { describe, expect, test } from 'vitest'
import type { EngineEvent } from '@/server/engine/event'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, system, work, workflow } from '@/server/engine/testing/play'

const RETRY: EngineEvent = { type: 'retry', resumeSubworkflowTasks: false }
const RESUME: EngineEvent = { type: 'retry', resumeSubworkflowTasks: true }
const RESTART: EngineEvent = { type: 'restart', latest: null }

const child = workflow('child', [simple('inner', { retryCount: 0 })])
const parent = workflow('parent', [sub('s', 'child'), simple('z', { retryCount: 0 })])

function failed() {
  const sim = play({ workflows: [parent, child] })
  const id = sim.start('parent')
  const childId = childOf(sim, id, 's')
  work(sim, 'inner', { status: 'FAILED' })
  return { sim, id, childId }
}

describe('a child that runs again', () => {
  test('case 323: by a retry; its parent may fail and be retried after that', () => {
    const { sim, id, childId } = failed()
    sim.send(childId, RETRY)
    expect(sim.workflow(id).status).toBe('RUNNING')
    work(sim, 'inner')
    work(sim, 'z', { status: 'FAILED' })
    sim.send(id, RETRY)
    expect(rowsOf(sim, id)).toEqual(['s:COMPLETED', 'z:FAILED', 'z:SCHEDULED'])
    work(sim, 'z')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('cases 214 and 335: by a restart; no mark stays on the parent’s row, and its end is the parent’s', () => {
    const { sim, id, childId } = failed()
    sim.send(childId, RESTART)
    expect(rowOf(sim, id, 's')).toMatchObject({ status: 'IN_PROGRESS', subworkflowChanged: false })
    for (const type of ['inner', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test.each([
    ['case 338: restarted', RESTART],
    ['case 324: retried', RETRY],
  ])('an optional one that is %s leaves the completed parent alone', (_sentence, event) => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child', { optional: true })]), child] })
    const id = sim.start('w')
    work(sim, 'inner', { status: 'FAILED' })
    sim.send(childOf(sim, id, 's'), event)
    expect(sim.workflow(childOf(sim, id, 's')).status).toBe('RUNNING')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(rowOf(sim, id, 's').status).toBe('FAILED')
    work(sim, 'inner')
    expect(rowOf(sim, id, 's')).toMatchObject({ status: 'COMPLETED', reasonForIncompletion: null })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test.each([
    ['FAILED', {}],
    ['TERMINATED', {}],
    ['TIMED_OUT', { timeoutSeconds: 5, timeoutPolicy: 'TIME_OUT_WF' }],
  ] as const)('case 325: one that is %s comes back in place with resume', (status, more) => {
    const sim = play({ workflows: [parent, { ...child, ...more }] })
    const id = sim.start('parent')
    const childId = childOf(sim, id, 's')
    if (status === 'FAILED') work(sim, 'inner', { status: 'FAILED' })
    else if (status === 'TIMED_OUT') sim.advance(5_000)
    else sim.send(childId, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
    expect(sim.workflow(childId).status).toBe(status)
    sim.send(id, RESUME)
    expect(childOf(sim, id, 's')).toBe(childId)
    for (const type of ['inner', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

test('case 326: with resume in the second turn of a loop, the first turn stays as it was', () => {
  const body = [simple('a'), sub('s', 'child')]
  const loop = system('DO_WHILE', 'lp', { loopCondition: '$.lp.iteration < 2', loopOver: body })
  const sim = play({ workflows: [workflow('w', [loop]), child] })
  const id = sim.start('w')
  for (const type of ['a', 'inner', 'a']) work(sim, type)
  const firstTurn = () => sim.tasks(id).filter((row) => row.iteration === 1 && row.loopOverTask)
  const before = firstTurn()
  work(sim, 'inner', { status: 'FAILED' })
  sim.send(id, RESUME)
  expect(firstTurn()).toEqual(before)
  expect(rowsOf(sim, id).slice(3)).toEqual(['a__2:COMPLETED', 's__2:IN_PROGRESS'])
  work(sim, 'inner')
  expect(sim.workflow(id).status).toBe('COMPLETED')
})

test('with resume children are kept also where a worker’s task is to blame', () => {
  const other = workflow('other', [simple('x', { retryCount: 0 })])
  const tasks = fork('f', [[simple('a', { retryCount: 0 })], [sub('s', 'other')]])
  const sim = play({ workflows: [workflow('w', tasks), other] })
  const id = sim.start('w')
  const childId = childOf(sim, id, 's')
  work(sim, 'a', { status: 'FAILED' })
  sim.send(id, RESUME)
  expect(childOf(sim, id, 's')).toBe(childId)
  for (const type of ['a', 'x']) work(sim, type)
  expect(sim.workflow(id).status).toBe('COMPLETED')
})

test('nothing to resume is no mistake where nothing has ever failed', () => {
  const sim = play({ workflows: [workflow('w', [simple('a', { retryCount: 1 })])] })
  const first = sim.start('w')
  work(sim, 'a')
  expect(sim.send(first, RESUME)).toMatchObject({ refused: null, effects: [] })
  const second = sim.start('w')
  work(sim, 'a', { status: 'FAILED' })
  sim.advance(60_000)
  work(sim, 'a')
  expect(sim.send(second, RESUME)).toMatchObject({ refused: { code: 'CONFLICT' }, effects: [] })
  expect([first, second].map((id) => sim.workflow(id).status)).toEqual(['COMPLETED', 'COMPLETED'])
})

test('with resume a child whose first task could not be entered begins anew', () => {
  const dynamic = system('DYNAMIC', 'd', { dynamicTaskNameParam: 'kind' })
  const sim = play({ workflows: [workflow('w', [sub('s', 'other')]), workflow('other', [dynamic])] })
  const id = sim.start('w')
  const childId = childOf(sim, id, 's')
  expect([sim.workflow(id).status, sim.tasks(childId)]).toEqual(['FAILED', []])
  sim.advance(1_000)
  sim.send(id, RESUME)
  expect(sim.workflow(childId)).toMatchObject({ status: 'FAILED', endTime: sim.now(), lastRetriedTime: sim.now() })
  expect([sim.workflow(id).status, childOf(sim, id, 's')]).toEqual(['FAILED', childId])
})
