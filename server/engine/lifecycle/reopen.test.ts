import { describe, expect, test } from 'vitest'
import type { Simulation } from '@/server/engine/simulate'
import { putTask } from '@/server/engine/task-rows'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, work, workflow } from '@/server/engine/testing/play'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

describe('three levels', () => {
  const root = workflow('root', [sub('m', 'mid')])
  const mid = workflow('mid', [sub('l', 'leaf')])
  const leaf = workflow('leaf', [simple('a', { retryCount: 0 })])

  function failed() {
    const sim = play({ workflows: [root, mid, leaf] })
    const id = sim.start('root')
    const midId = childOf(sim, id, 'm')
    const leafId = childOf(sim, midId, 'l')
    work(sim, 'a', { status: 'FAILED' })
    return { sim, id, midId, leafId, statuses: () => [id, midId, leafId].map((one) => sim.workflow(one).status) }
  }

  test('case 207: retrying the root starts another middle', () => {
    const { sim, id, midId } = failed()
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowsOf(sim, id)).toEqual(['m:FAILED', 'm:IN_PROGRESS'])
    expect(childOf(sim, id, 'm')).not.toBe(midId)
    work(sim, 'a')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('cases 204, 208 and 213: with resume the leaf tries again, all keep their ids', () => {
    const { sim, id, midId, leafId, statuses } = failed()
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: true })
    expect(statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING'])
    expect([childOf(sim, id, 'm'), childOf(sim, midId, 'l')]).toEqual([midId, leafId])
    expect(rowsOf(sim, leafId)).toEqual(['a:FAILED', 'a:SCHEDULED'])
    work(sim, 'a')
    expect(statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
  })

  test('cases 209 and 210: retrying the middle opens the root', () => {
    const fresh = failed()
    fresh.sim.send(fresh.midId, { type: 'retry', resumeSubworkflowTasks: false })
    expect(fresh.sim.workflow(fresh.id).status).toBe('RUNNING')
    expect(childOf(fresh.sim, fresh.midId, 'l')).not.toBe(fresh.leafId)
    const resumed = failed()
    resumed.sim.send(resumed.midId, { type: 'retry', resumeSubworkflowTasks: true })
    expect(resumed.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING'])
    expect(childOf(resumed.sim, resumed.midId, 'l')).toBe(resumed.leafId)
  })

  test('cases 211 and 212: retrying the leaf opens both', () => {
    const { sim, leafId, statuses } = failed()
    sim.send(leafId, { type: 'retry', resumeSubworkflowTasks: false })
    expect(statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING'])
    work(sim, 'a')
    expect(statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
  })

  test('cases 215 to 218: a restart starts another child; the restart of a leaf opens its parents again', () => {
    const top = failed()
    top.sim.send(top.id, { type: 'restart', latest: null })
    expect(rowsOf(top.sim, top.id)).toEqual(['m:IN_PROGRESS'])
    expect(childOf(top.sim, top.id, 'm')).not.toBe(top.midId)
    const low = failed()
    low.sim.send(low.leafId, { type: 'restart', latest: null })
    expect(rowsOf(low.sim, low.leafId)).toEqual(['a:SCHEDULED'])
    expect(low.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING'])
    work(low.sim, 'a')
    expect(low.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
  })
})

describe('siblings in a fork', () => {
  const level = (name: string, inner: WorkflowTaskInput) =>
    workflow(name, fork('f', [[inner], [simple(`${name}_side`)]]))
  const workflows = [level('root', sub('m', 'leaf')), level('leaf', simple('a', { retryCount: 0 }))]

  function failed() {
    const sim = play({ workflows })
    const id = sim.start('root')
    const leafId = childOf(sim, id, 'm')
    work(sim, 'a', { status: 'FAILED' })
    return { sim, id, leafId }
  }

  test('case 226: each level cancels its side and its join', () => {
    const { sim, id, leafId } = failed()
    expect(rowsOf(sim, leafId)).toEqual(['f:COMPLETED', 'a:FAILED', 'leaf_side:CANCELED', 'f_join:CANCELED'])
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 'm:FAILED', 'root_side:CANCELED', 'f_join:CANCELED'])
  })

  test('case 227: retrying the root makes new rows, its join goes on', () => {
    const { sim, id } = failed()
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowsOf(sim, id)).toEqual([
      'f:COMPLETED',
      'm:FAILED',
      'root_side:CANCELED',
      'f_join:IN_PROGRESS',
      'm:IN_PROGRESS',
      'root_side:SCHEDULED',
    ])
  })

  test('cases 228, 229, 232 and 233: with resume, or from the leaf, the side is queued again in place', () => {
    for (const from of ['root', 'leaf'] as const) {
      const { sim, id, leafId } = failed()
      const side = rowOf(sim, id, 'root_side').taskId
      sim.send(from === 'root' ? id : leafId, { type: 'retry', resumeSubworkflowTasks: from === 'root' })
      expect(rowOf(sim, id, 'root_side')).toMatchObject({ taskId: side, status: 'SCHEDULED', retryCount: 1 })
      expect(rowOf(sim, id, 'f_join').status).toBe('IN_PROGRESS')
      for (const type of ['a', 'leaf_side']) work(sim, type)
      expect(rowOf(sim, id, 'f_join').status).toBe('IN_PROGRESS')
      work(sim, 'root_side')
      expect(sim.workflow(id).status).toBe('COMPLETED')
    }
  })

  test('cases 325 and 329: a sibling’s child, canceled with its parent, tries again in place', () => {
    const both = workflow('both', fork('f', [[sub('x', 'cx')], [sub('y', 'cy')]]))
    const cx = workflow('cx', [simple('ax', { retryCount: 0 })])
    const cy = workflow('cy', [simple('ay', { retryCount: 0 })])
    const sim = play({ workflows: [both, cx, cy] })
    const id = sim.start('both')
    const [x, y] = [childOf(sim, id, 'x'), childOf(sim, id, 'y')]
    work(sim, 'ax', { status: 'FAILED' })
    expect(sim.workflow(y).status).toBe('TERMINATED')
    sim.send(x, { type: 'retry', resumeSubworkflowTasks: false })
    expect([childOf(sim, id, 'x'), childOf(sim, id, 'y')]).toEqual([x, y])
    expect(sim.workflow(y).status).toBe('RUNNING')
    work(sim, 'ax')
    work(sim, 'ay')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('a sibling’s child that completed before its parent’s word reached it is heard again', () => {
    const both = workflow('both', fork('f', [[sub('x', 'cx')], [sub('y', 'cy')]]))
    const cx = workflow('cx', [simple('ax', { retryCount: 0 })])
    const cy = workflow('cy', [simple('ay')])
    const sim = play({ workflows: [both, cx, cy] })
    const id = sim.start('both')
    const [x, y] = [childOf(sim, id, 'x'), childOf(sim, id, 'y')]
    work(sim, 'ax', { status: 'FAILED' })
    const child = sim.executions.get(y)
    child!.workflow = { ...sim.workflow(y), status: 'COMPLETED', output: { early: 1 } }
    for (const task of sim.tasks(y)) refreshRow(sim, y, { ...task, status: 'COMPLETED' })
    sim.send(x, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowOf(sim, id, 'y')).toMatchObject({ status: 'COMPLETED', outputData: { early: 1 } })
    work(sim, 'ax')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

function refreshRow(sim: Simulation, id: WorkflowId, row: Task): void {
  const execution = sim.executions.get(id)
  if (execution !== undefined) putTask(execution.rows, row)
}
