import { describe, expect, test } from 'vitest'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, system, work, workflow } from '@/server/engine/testing/play'

const child = workflow('child', [simple('work', { retryCount: 0 })], { outputParameters: { r: '${work.output.r}' } })
const parent = workflow('parent', [sub('s', 'child', { inputParameters: { v: '${workflow.input.v}' } })])

describe('a child', () => {
  test('cases 84 and 205: starts with the given input and ends the row with its output', () => {
    const sim = play({ workflows: [parent, child] })
    const id = sim.start('parent', { v: 4 }, { correlationId: 'c', priority: 7 })
    const childId = childOf(sim, id, 's')
    expect(sim.workflow(childId)).toMatchObject({ input: { v: 4 }, correlationId: 'c', priority: 0, depth: 1 })
    expect(rowOf(sim, id, 's')).toMatchObject({ status: 'IN_PROGRESS', outputData: { subWorkflowId: childId } })
    work(sim, 'work', { output: { r: 5 } })
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { r: 5, subWorkflowId: childId } })
  })

  test('case 206: its failure is the parent’s, with the reasons in a chain', () => {
    const sim = play({ workflows: [workflow('root', [sub('m', 'parent')]), parent, child] })
    const id = sim.start('root')
    work(sim, 'work', { status: 'FAILED', reasonForIncompletion: 'broke' })
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(sim.workflow(id).reasonForIncompletion).toMatch(/Sub workflow parent\.1.*Sub workflow child\.1.*'broke'/)
  })

  test('cases 86 and 324: an optional one passes with errors', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child', { optional: true }), simple('z')]), child] })
    const id = sim.start('w')
    work(sim, 'work', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['s:COMPLETED_WITH_ERRORS', 'z:SCHEDULED'])
    const childId = childOf(sim, id, 's')
    work(sim, 'z')
    sim.send(childId, { type: 'retry', resumeSubworkflowTasks: false })
    expect(sim.workflow(childId).status).toBe('RUNNING')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('cases 88 and 266: with retryCount another child is started', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child', { retryCount: 1 })]), child] })
    const id = sim.start('w')
    const first = childOf(sim, id, 's')
    work(sim, 'work', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['s:FAILED', 's:SCHEDULED'])
    sim.advance(60_000)
    expect(rowsOf(sim, id)).toEqual(['s:FAILED', 's:IN_PROGRESS'])
    expect(childOf(sim, id, 's')).not.toBe(first)
    work(sim, 'work')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('a child that nobody registered fails the row', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'nobody')])] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 's')).toMatchObject({
      status: 'FAILED',
      subWorkflowId: null,
      outputData: {},
      reasonForIncompletion: 'No such workflow defined. name=nobody, version=1',
    })
  })

  test('cases 254 and 260: from a definition that another task made', () => {
    const made = { name: 'made', tasks: [simple('inner')] }
    const task = sub('s', '', {
      subWorkflowParam: { workflowDefinition: '${workflow.input.def}' },
      inputParameters: { v: 1 },
    })
    const sim = play({ workflows: [workflow('w', [task])] })
    const id = sim.start('w', { def: made as never })
    expect(sim.workflow(childOf(sim, id, 's'))).toMatchObject({
      workflowName: 'made',
      input: { v: 1, _systemMetadata: { dynamic: true } },
    })
  })

  test('cases 264 and 265: the parent’s domains, unless it has its own', () => {
    const own = { name: 'child', version: 1, taskToDomain: { work: 'south' } }
    const tasks = fork('f', [[sub('s', 'child')], [sub('t', 'child', { subWorkflowParam: own })]])
    const sim = play({ workflows: [workflow('w', tasks), child] })
    const id = sim.start('w', {}, { taskToDomain: { work: 'north' } })
    expect(rowOf(sim, childOf(sim, id, 's'), 'work').domain).toBe('north')
    expect(rowOf(sim, childOf(sim, id, 't'), 'work').domain).toBe('south')
  })

  test('deeper than the limit fails the workflow, naming the limit', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'w')])], limits: { subWorkflowDepth: 3 } })
    const id = sim.start('w')
    expect(sim.executions.size).toBe(4)
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(sim.workflow(id).reasonForIncompletion).toContain('subWorkflowDepth')
  })
})

describe('ends from above and below', () => {
  test('the parent’s end terminates the child with the reason', () => {
    const sim = play({ workflows: [parent, child] })
    const id = sim.start('parent')
    sim.send(id, { type: 'terminate', reason: 'enough', triggerFailureWorkflow: false })
    expect(sim.workflow(childOf(sim, id, 's'))).toMatchObject({
      status: 'TERMINATED',
      reasonForIncompletion: 'Parent workflow has been terminated with reason: enough',
    })
    expect(rowsOf(sim, id)).toEqual(['s:CANCELED'])
  })

  test('case 203: a terminated child terminates the parent', () => {
    const sim = play({ workflows: [parent, child] })
    const id = sim.start('parent')
    sim.send(childOf(sim, id, 's'), { type: 'terminate', reason: 'by hand', triggerFailureWorkflow: false })
    expect(sim.workflow(id).status).toBe('TERMINATED')
    expect(sim.workflow(id).reasonForIncompletion).toContain('by hand')
  })

  test('cases 201 and 202: a timed-out parent comes back with its child', () => {
    const timed = { ...parent, timeoutSeconds: 5, timeoutPolicy: 'TIME_OUT_WF' as const }
    const sim = play({ workflows: [timed, child] })
    const id = sim.start('parent')
    const childId = childOf(sim, id, 's')
    sim.advance(5_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
    expect(sim.workflow(childId).status).toBe('TERMINATED')
    sim.send(childId, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowsOf(sim, childId)).toEqual(['work:CANCELED', 'work:SCHEDULED'])
    expect(rowsOf(sim, id)).toEqual(['s:IN_PROGRESS'])
    work(sim, 'work', { output: { r: 1 } })
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { r: 1 } })
  })

  test('cases 336 and 337: a child that the parent has forgotten leaves it alone', () => {
    const sim = play({ workflows: [parent, child] })
    const id = sim.start('parent')
    const orphan = childOf(sim, id, 's')
    work(sim, 'work', { status: 'FAILED' })
    sim.send(id, { type: 'restart', latest: null })
    work(sim, 'work')
    expect(sim.workflow(id).status).toBe('COMPLETED')
    sim.send(orphan, { type: 'restart', latest: null })
    expect(sim.workflow(orphan).status).toBe('RUNNING')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

describe('in a loop', () => {
  test('case 128: in a loop, a child for each turn', () => {
    const looped = workflow('w', [
      system('DO_WHILE', 'lp', { loopCondition: '$.lp.iteration < 2', loopOver: [sub('s', 'child')] }),
    ])
    const sim = play({ workflows: [looped, child] })
    const id = sim.start('w')
    work(sim, 'work', { output: { r: 1 } })
    work(sim, 'work', { output: { r: 2 } })
    expect(sim.workflow(id).status).toBe('COMPLETED')
    expect(rowOf(sim, id, 'lp').outputData[2]).toMatchObject({ s: { r: 2 } })
  })

  test('a loop around a failed child goes on with the same child', () => {
    const looped = workflow('w', [
      system('DO_WHILE', 'lp', { loopCondition: '$.lp.iteration < 2', loopOver: [sub('s', 'child')] }),
    ])
    const sim = play({ workflows: [looped, child] })
    const id = sim.start('w')
    const first = childOf(sim, id, 's__1')
    work(sim, 'work', { status: 'FAILED' })
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: true })
    expect(rowsOf(sim, id)).toEqual(['lp:IN_PROGRESS', 's__1:IN_PROGRESS'])
    expect(childOf(sim, id, 's__1')).toBe(first)
    work(sim, 'work')
    work(sim, 'work')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})
