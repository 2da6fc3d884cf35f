import { describe, expect, test } from 'vitest'
import type { JumpCommand } from '@/server/engine/event'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'

const jump = (ref: string, taskInput: JumpCommand['taskInput'] = {}): JumpCommand => ({ type: 'jump', ref, taskInput })
const line = workflow('line', [
  simple('t1'),
  simple('t2'),
  simple('t3', { inputParameters: { a: 1, from: '${t1.output.x}' } }),
  simple('t4'),
])

describe('jump', () => {
  test('forwards: what is open and what lies between is skipped', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    expect(sim.send(id, jump('t3', { b: 2 })).refused).toBeNull()
    expect(rowsOf(sim, id)).toEqual(['t2:SKIPPED', 't1:SKIPPED', 't3:SCHEDULED'])
    expect(rowOf(sim, id, 't1').reasonForIncompletion).toBe('Skipped by a jump to t3')
    expect(work(sim, 't3').inputData).toEqual({ a: 1, from: null, b: 2 })
    work(sim, 't4')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(sim.poll('t1')).toBeNull()
  })

  test('backwards: the task runs again, and what came of it is forgotten', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    for (const ref of ['t1', 't2', 't3']) work(sim, ref)
    sim.send(id, jump('t2', { again: true }))
    expect(rowsOf(sim, id)).toEqual(['t1:COMPLETED', 't2:SCHEDULED'])
    expect(work(sim, 't2').inputData).toEqual({ again: true })
    for (const ref of ['t3', 't4']) work(sim, ref)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('to what a jump has skipped, and before it: it runs, and all behind it', () => {
    for (const target of ['t2', 't1'] as const) {
      const sim = play({ workflows: [line] })
      const id = sim.start('line')
      work(sim, 't1')
      sim.send(id, jump('t4'))
      expect(rowsOf(sim, id)).toEqual(['t3:SKIPPED', 't1:COMPLETED', 't2:SKIPPED', 't4:SCHEDULED'])
      expect(sim.send(id, jump(target)).refused).toBeNull()
      for (const ref of target === 't1' ? ['t1', 't2', 't3', 't4'] : ['t2', 't3', 't4']) work(sim, ref)
      expect(rowsOf(sim, id)).toEqual(['t1', 't2', 't3', 't4'].map((ref) => `${ref}:COMPLETED`))
      expect(sim.workflow(id).status).toBe('COMPLETED')
    }
  })

  test('back to a skipped task ends the child that came behind it, and begins its case anew', () => {
    const child = workflow('child', [simple('inner')])
    const sub = { ...system('SUB_WORKFLOW', 'sub', {}), subWorkflowParam: { name: 'child' } }
    const choose = {
      ...system('SWITCH', 's', { inputParameters: { x: 'a' } }),
      evaluatorType: 'value-param',
      expression: 'x',
      decisionCases: { a: [simple('c1')] },
    }
    const sim = play({ workflows: [child, workflow('parent', [simple('a'), choose, sub, simple('end')])] })
    const id = sim.start('parent')
    sim.send(id, jump('sub'))
    const childId = rowOf(sim, id, 'sub').subWorkflowId
    sim.send(id, jump('s'))
    expect(childId && sim.workflow(childId).status).toBe('TERMINATED')
    expect(rowsOf(sim, id)).toEqual(['a:SKIPPED', 's:COMPLETED', 'c1:SCHEDULED'])
    for (const ref of ['c1', 'inner', 'end']) work(sim, ref)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('out of a fork, and into a case, from which it goes on behind the switch', () => {
    const choose = {
      ...system('SWITCH', 's', {}),
      evaluatorType: 'value-param',
      expression: 'x',
      decisionCases: { a: [simple('c1'), simple('c2')] },
      defaultCase: [],
    }
    const branches = fork('f', [[simple('b1')], [simple('b2')]])
    const wide = workflow('wide', [...branches, choose, simple('end')])
    const sim = play({ workflows: [wide] })
    const id = sim.start('wide')
    sim.send(id, jump('c2'))
    const rows = rowsOf(sim, id)
    for (const ref of ['b1', 'b2', 's', 'c1']) expect(rows).toContain(`${ref}:SKIPPED`)
    work(sim, 'c2')
    work(sim, 'end')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('not into a fork or loop, not to what does not exist, not while it is paused or over', () => {
    const branches = fork('f', [[simple('b1')], [simple('b2')]])
    const wide = workflow('wide', [...branches, simple('end')])
    const sim = play({ workflows: [wide] })
    const id = sim.start('wide')
    expect(sim.send(id, jump('b2')).refused?.code).toBe('BAD_REQUEST')
    expect(sim.send(id, jump('nobody')).refused?.code).toBe('NOT_FOUND')
    sim.send(id, { type: 'pause' })
    expect(sim.send(id, jump('end')).refused?.code).toBe('CONFLICT')
    sim.send(id, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
    expect(sim.send(id, jump('end')).refused?.code).toBe('CONFLICT')
  })

  test('a child that nobody waits for any more ends', () => {
    const child = workflow('child', [simple('inner')])
    const sub = { ...system('SUB_WORKFLOW', 'sub', {}), subWorkflowParam: { name: 'child' } }
    const sim = play({ workflows: [child, workflow('parent', [sub, simple('end')])] })
    const id = sim.start('parent')
    const childId = rowOf(sim, id, 'sub').subWorkflowId
    sim.send(id, jump('end'))
    expect(childId && sim.workflow(childId).status).toBe('TERMINATED')
  })
})
