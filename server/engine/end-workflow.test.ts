import { describe, expect, test } from 'vitest'
import type { Workflow } from '@/server/model/execution'
import { asWorkflowId, isUuid } from '@/server/model/ids'
import type { Json } from '@/server/model/json'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from './testing/play'

function terminating(inputParameters: Parameters<typeof system>[2]) {
  return system('TERMINATE', 't', inputParameters)
}

const end = (terminationStatus: string, more = {}) => terminating({ inputParameters: { terminationStatus, ...more } })

describe('TERMINATE', () => {
  test('cases 150, 155 and 159: COMPLETED, with exactly its output; nothing after it runs', () => {
    const tasks = [end('COMPLETED', { workflowOutput: { o: '${workflow.input.x}' } }), simple('never')]
    const sim = play({ workflows: [workflow('w', tasks, { outputParameters: { p: 1 } })] })
    const id = sim.start('w', { x: 1 })
    expect(rowsOf(sim, id)).toEqual(['t:COMPLETED'])
    expect(sim.workflow(id)).toMatchObject({
      status: 'COMPLETED',
      output: { o: 1 },
      reasonForIncompletion: `Workflow is COMPLETED by TERMINATE task: ${rowOf(sim, id, 't').taskId}`,
    })
  })

  test('cases 151 and 156: FAILED, with its reason; an output that is no map is wrapped', () => {
    const sim = play({
      workflows: [workflow('w', [end('FAILED', { terminationReason: 'because', workflowOutput: 'x' })])],
    })
    const id = sim.start('w')
    expect(sim.workflow(id)).toMatchObject({
      status: 'FAILED',
      reasonForIncompletion: 'because',
      output: { output: 'x' },
    })
    expect(rowsOf(sim, id)).toEqual(['t:COMPLETED'])
  })

  test('cases 153 and 154: what runs beside it is canceled, children hear why', () => {
    const child = workflow('c', [simple('work')])
    const branch = system('SUB_WORKFLOW', 's', { subWorkflowParam: { name: 'c' } })
    const sim = play({ workflows: [workflow('w', fork('f', [[branch], [simple('a'), end('COMPLETED')]])), child] })
    const id = sim.start('w')
    work(sim, 'a')
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 's:CANCELED', 'a:COMPLETED', 'f_join:CANCELED', 't:COMPLETED'])
    const childId = rowOf(sim, id, 's').subWorkflowId
    expect(sim.workflow(childId!).status).toBe('TERMINATED')
    expect(sim.workflow(childId!).reasonForIncompletion).toMatch(
      /^Parent workflow has been terminated with reason: Workflow is COMPLETED by TERMINATE task/,
    )
  })

  test('an unknown status fails the task, and with it the workflow', () => {
    const sim = play({ workflows: [workflow('w', [end('SOMETIMES')])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['t:FAILED'])
    expect(sim.workflow(id).status).toBe('FAILED')
  })

  test('in a loop it ends everything; the turn is shown as it was', () => {
    const loop = system('DO_WHILE', 'lp', { loopCondition: 'true', loopOver: [end('COMPLETED')] })
    const sim = play({ workflows: [workflow('w', [loop])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['lp:CANCELED', 't__1:COMPLETED'])
    expect(rowOf(sim, id, 'lp').outputData).toEqual({ iteration: 1, 1: { t: {} } })
  })
})

describe('failureWorkflow', () => {
  const handler = workflow('undo', [simple('refund', { inputParameters: { order: '${workflow.input.order}' } })])
  const failing = (failureWorkflow: string) => workflow('w', [simple('a', { retryCount: 0 })], { failureWorkflow })

  test('cases 160 to 163: starts with what failed', () => {
    const sim = play({ workflows: [failing('undo'), handler] })
    const id = sim.start('w', { order: 'A' }, { correlationId: 'c', taskToDomain: { refund: 'north' } })
    const failed = work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'no', output: { code: 7 } })
    const undo = [...sim.executions.values()].at(-1)?.workflow
    expect(sim.workflow(id).output).toEqual({ code: 7, 'conductor.failure_workflow': undo?.workflowId })
    expect(undo).toMatchObject({ workflowName: 'undo', correlationId: 'c', taskToDomain: { refund: 'north' } })
    expect(undo?.input).toMatchObject({
      order: 'A',
      workflowId: id,
      reason: `Task ${failed.taskId} failed with status: FAILED and reason: 'no'`,
      failureStatus: 'FAILED',
      failureTaskId: failed.taskId,
      failedWorkflow: { workflowId: id, tasks: [{ referenceTaskName: 'a', outputData: { code: 7 } }] },
    })
    expect(work(sim, 'refund').inputData).toEqual({ order: 'A' })
  })

  test('case 165: named by the input', () => {
    const sim = play({ workflows: [failing('$workflow.input.handler'), handler] })
    sim.start('w', { handler: 'undo' })
    work(sim, 'a', { status: 'FAILED' })
    expect(sim.poll('refund')).not.toBeNull()
  })

  test('case 166: an unknown one leaves a sentence in the output', () => {
    const sim = play({ workflows: [failing('nobody')] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED' })
    expect(sim.workflow(id).output['conductor.failure_workflow']).toMatch(/^Error workflow nobody failed to start\./)
  })

  test('cases 152 and 164: after a TERMINATE, and for a child besides its parent', () => {
    const child = { ...failing('undo'), name: 'c' }
    const parent = workflow('p', [system('SUB_WORKFLOW', 's', { subWorkflowParam: { name: 'c' } })])
    const sim = play({
      workflows: [parent, child, handler, workflow('t', [end('FAILED')], { failureWorkflow: 'undo' })],
    })
    const id = sim.start('p')
    work(sim, 'a', { status: 'FAILED' })
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(sim.poll('refund')).not.toBeNull()
    sim.start('t')
    expect(sim.poll('refund')).not.toBeNull()
  })

  test('not for the terminate command, unless it asks for it', () => {
    const sim = play({ workflows: [failing('undo'), handler] })
    const stop = { type: 'terminate', reason: null } as const
    sim.send(sim.start('w'), { ...stop, triggerFailureWorkflow: false })
    expect(sim.poll('refund')).toBeNull()
    sim.send(sim.start('w'), { ...stop, triggerFailureWorkflow: true })
    expect(sim.poll('refund')).not.toBeNull()
  })
})

describe('a failure workflow that fails', () => {
  test('starts the next one only as often as the limit allows, and the last one says why', () => {
    const sim = play({
      workflows: [workflow('w', [end('FAILED')], { failureWorkflow: 'w' })],
      limits: { subWorkflowDepth: 3 },
    })
    let next: Json | undefined = sim.start('w')
    let started = 0
    let last: Workflow | null = null
    while (typeof next === 'string' && isUuid(next)) {
      last = sim.workflow(asWorkflowId(next))
      started += 1
      next = last.output['conductor.failure_workflow']
    }
    expect(started).toBe(4)
    expect(next).toContain('subWorkflowDepth')
    expect(last?.depth).toBe(3)
  })
})

test('a workflow whose first task cannot begin puts nothing out', () => {
  const dynamic = system('DYNAMIC', 'd', { dynamicTaskNameParam: 'name', inputParameters: { name: null } })
  const sim = play({ workflows: [workflow('w', [dynamic], { outputParameters: { p: '${workflow.input.x}' } })] })
  const id = sim.start('w', { x: 1 })
  expect(sim.workflow(id)).toMatchObject({ status: 'FAILED', output: {} })
})
