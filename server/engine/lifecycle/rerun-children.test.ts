import { describe, expect, test } from 'vitest'
import type { RerunCommand } from '@/server/engine/event'
import type { Simulation } from '@/server/engine/simulate'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowId } from '@/server/model/ids'

const WHOLE: RerunCommand = { type: 'rerun', taskId: null, taskInput: null, workflowInput: null, correlationId: null }

function rerunFrom(sim: Simulation, id: WorkflowId, ref: string) {
  return sim.send(id, { ...WHOLE, taskId: rowOf(sim, id, ref).taskId })
}

const sub = (ref: string, name: string) => system('SUB_WORKFLOW', ref, { subWorkflowParam: { name, version: 1 } })

function childOf(sim: Simulation, id: WorkflowId, ref: string): WorkflowId {
  const child = rowOf(sim, id, ref).subWorkflowId
  if (child === null) throw new Error(`${ref} has no child`)
  return child
}

describe('three levels', () => {
  const root = workflow('root', [sub('m', 'mid')])
  const mid = workflow('mid', [sub('l', 'leaf')])
  const leaf = workflow('leaf', [simple('a'), simple('b', { retryCount: 0 })])

  function failed() {
    const sim = play({ workflows: [root, mid, leaf] })
    const id = sim.start('root')
    const midId = childOf(sim, id, 'm')
    const leafId = childOf(sim, midId, 'l')
    work(sim, 'a')
    work(sim, 'b', { status: 'FAILED' })
    return { sim, id, midId, leafId, statuses: () => [id, midId, leafId].map((one) => sim.workflow(one).status) }
  }

  test('cases 219, 220 and 307: the root, or its row, starts another child', () => {
    for (const from of [null, 'm']) {
      const { sim, id, midId } = failed()
      const { taskId } = rowOf(sim, id, 'm')
      if (from === null) sim.send(id, WHOLE)
      else rerunFrom(sim, id, from)
      expect(rowsOf(sim, id)).toEqual(['m:IN_PROGRESS'])
      expect(childOf(sim, id, 'm')).not.toBe(midId)
      expect(rowOf(sim, id, 'm').taskId === taskId).toBe(from === 'm')
      for (const type of ['a', 'b']) work(sim, type)
      expect(sim.workflow(id).status).toBe('COMPLETED')
    }
  })

  test('cases 221 and 222: the middle, or its row, opens the root and starts another leaf', () => {
    for (const from of [null, 'l']) {
      const { sim, id, midId, leafId } = failed()
      if (from === null) sim.send(midId, WHOLE)
      else rerunFrom(sim, midId, from)
      expect([childOf(sim, id, 'm'), sim.workflow(id).status]).toEqual([midId, 'RUNNING'])
      expect(childOf(sim, midId, 'l')).not.toBe(leafId)
      for (const type of ['a', 'b']) work(sim, type)
      expect(sim.workflow(id).status).toBe('COMPLETED')
    }
  })

  test('cases 223, 224, 306 and 309: the leaf, or one of its tasks, opens both', () => {
    for (const from of [null, 'b']) {
      const { sim, leafId, statuses } = failed()
      const before = sim.tasks(leafId)
      if (from === null) sim.send(leafId, WHOLE)
      else rerunFrom(sim, leafId, from)
      expect(statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING'])
      if (from === null) work(sim, 'a')
      else {
        expect(sim.tasks(leafId)[0]).toEqual(before[0])
        expect(rowOf(sim, leafId, 'b')).toMatchObject({ taskId: before[1]?.taskId, status: 'SCHEDULED' })
      }
      work(sim, 'b')
      expect(statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
    }
  })
})

describe('children beside each other', () => {
  const both = workflow('both', fork('f', [[sub('x', 'cx')], [sub('y', 'cy')], [simple('side')]]))
  const cx = workflow('cx', [simple('ax', { retryCount: 0 })])
  const cy = workflow('cy', [simple('ay')])

  function failed() {
    const sim = play({ workflows: [both, cx, cy] })
    const id = sim.start('both')
    const [x, y] = [childOf(sim, id, 'x'), childOf(sim, id, 'y')]
    work(sim, 'ax', { status: 'FAILED' })
    return { sim, id, x, y }
  }

  test('cases 230 to 233, 308 and 312: from the failed child’s task its siblings go on in place', () => {
    const { sim, id, x, y } = failed()
    const side = rowOf(sim, id, 'side').taskId
    rerunFrom(sim, x, 'ax')
    expect([childOf(sim, id, 'x'), childOf(sim, id, 'y')]).toEqual([x, y])
    expect(sim.workflow(y).status).toBe('RUNNING')
    expect(rowOf(sim, id, 'side')).toMatchObject({ taskId: side, status: 'SCHEDULED' })
    expect(rowOf(sim, id, 'f_join').status).toBe('IN_PROGRESS')
    for (const type of ['ax', 'ay', 'side']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 313: from a canceled row of the parent, failed siblings get fresh children, a completed one stays', () => {
    const { sim, id, x, y } = failed()
    rerunFrom(sim, id, 'y')
    expect(childOf(sim, id, 'x')).not.toBe(x)
    expect(childOf(sim, id, 'y')).not.toBe(y)
    for (const type of ['ay', 'side']) work(sim, type)
    const kept = rowOf(sim, id, 'y')
    work(sim, 'ax', { status: 'FAILED' })
    rerunFrom(sim, id, 'x')
    expect(rowOf(sim, id, 'y')).toEqual(kept)
    work(sim, 'ax')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 314: from the task of a child that was only canceled, the failed sibling tries again itself', () => {
    const { sim, id, x, y } = failed()
    rerunFrom(sim, y, 'ay')
    expect([childOf(sim, id, 'x'), childOf(sim, id, 'y')]).toEqual([x, y])
    expect(sim.workflow(x).status).toBe('RUNNING')
    for (const type of ['ax', 'ay', 'side']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 316: a child of a loop’s second turn', () => {
    const loop = system('DO_WHILE', 'loop', { loopCondition: '$.loop.iteration < 2', loopOver: [sub('x', 'cx')] })
    const sim = play({ workflows: [workflow('w', [loop]), cx] })
    const id = sim.start('w')
    work(sim, 'ax')
    work(sim, 'ax', { status: 'FAILED' })
    const first = rowOf(sim, id, 'x__1')
    const second = childOf(sim, id, 'x__2')
    rerunFrom(sim, id, 'x__2')
    expect(rowOf(sim, id, 'loop')).toMatchObject({ status: 'IN_PROGRESS', iteration: 2 })
    expect(rowOf(sim, id, 'x__1')).toEqual(first)
    expect(childOf(sim, id, 'x__2')).not.toBe(second)
    work(sim, 'ax')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

test('the child of a row that runs again is given what the first one was given', () => {
  const parent = workflow('p', [{ ...sub('s', 'c'), inputParameters: { a: '${workflow.input.a}' } }])
  const sim = play({ workflows: [parent, workflow('c', [simple('x')])] })
  const id = sim.start('p', { a: 1 })
  work(sim, 'x', { status: 'FAILED' })
  const before = rowOf(sim, id, 's').inputData
  rerunFrom(sim, id, 's')
  expect(rowOf(sim, id, 's').inputData).toEqual(before)
  expect(sim.workflow(childOf(sim, id, 's')).input).toEqual({ a: 1 })
})
