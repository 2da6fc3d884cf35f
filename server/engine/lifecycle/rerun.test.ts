import { describe, expect, test } from 'vitest'
import type { RerunCommand } from '@/server/engine/event'
import type { Simulation } from '@/server/engine/simulate'
import { play, rowOf, rowsOf, START, simple, system, work, workflow } from '@/server/engine/testing/play'
import { asTaskId, type WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'

const WHOLE: RerunCommand = { type: 'rerun', taskId: null, taskInput: null, workflowInput: null, correlationId: null }

function rerunFrom(sim: Simulation, id: WorkflowId, from: string | { ref: string; taskInput: JsonObject }) {
  const { ref, taskInput } = typeof from === 'string' ? { ref: from, taskInput: null } : from
  return sim.send(id, { ...WHOLE, taskId: rowOf(sim, id, ref).taskId, taskInput })
}

const once = { retryCount: 0 }
const line = workflow('line', [
  simple('a'),
  simple('b', { ...once, inputParameters: { v: '${a.output.v}' } }),
  simple('c'),
])

function completed() {
  const sim = play({ workflows: [line] })
  const id = sim.start('line', { i: 1 })
  for (const type of ['a', 'b', 'c']) work(sim, type, { output: { v: type } })
  return { sim, id }
}

describe('the whole workflow', () => {
  test('cases 46 and 47: one row, the same id, another input and output', () => {
    const { sim, id } = completed()
    sim.send(id, { ...WHOLE, workflowInput: { i: 2 }, correlationId: 'again' })
    expect(rowsOf(sim, id)).toEqual(['a:SCHEDULED'])
    expect(sim.workflow(id)).toMatchObject({ status: 'RUNNING', input: { i: 2 }, correlationId: 'again', endTime: 0 })
    for (const type of ['a', 'b', 'c']) work(sim, type, { output: { v: 2 } })
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { v: 2 } })
  })

  test('case 321: not while it runs', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    const message = `Workflow: line.1/${id}.RUNNING is not in terminal state, unable to rerun.`
    expect(sim.send(id, WHOLE).refused).toEqual({ code: 'CONFLICT', message })
  })

  test('an old execution does not time out at once', () => {
    const sim = play({ workflows: [{ ...line, timeoutSeconds: 60, timeoutPolicy: 'TIME_OUT_WF' }] })
    const id = sim.start('line')
    for (const type of ['a', 'b', 'c']) work(sim, type)
    sim.advance(3_600_000)
    sim.send(id, WHOLE)
    expect(sim.workflow(id).status).toBe('RUNNING')
  })
})

describe('from a task', () => {
  test('case 45: what was before stays, the task has its id again, the rest comes anew', () => {
    const { sim, id } = completed()
    const [a, b] = sim.tasks(id)
    rerunFrom(sim, id, 'b')
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED', 'b:SCHEDULED'])
    expect(sim.tasks(id)[0]).toEqual(a)
    expect(rowOf(sim, id, 'b')).toMatchObject({
      taskId: b?.taskId,
      inputData: { v: 'a' },
      outputData: {},
      pollCount: 0,
    })
    for (const type of ['b', 'c']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('cases 304 and 305: the failed row itself, with another input', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line')
    work(sim, 'a')
    work(sim, 'b', { status: 'FAILED', reasonForIncompletion: 'no' })
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED', failedReferenceTaskNames: ['b'] })
    rerunFrom(sim, id, { ref: 'b', taskInput: { v: 'mine' } })
    expect(sim.workflow(id)).toMatchObject({ failedReferenceTaskNames: [], reasonForIncompletion: null })
    expect(sim.poll('b')).toMatchObject({ inputData: { v: 'mine' }, reasonForIncompletion: 'no', retryCount: 0 })
    expect(sim.tasks(id).at(-1)?.status).toBe('IN_PROGRESS')
  })

  test('an older attempt: the later one goes', () => {
    const sim = play({
      workflows: [workflow('w', [simple('a', { retryCount: 1 })])],
      taskDefs: [{ name: 'a', retryDelaySeconds: 0 }],
    })
    const id = sim.start('w')
    const first = work(sim, 'a', { status: 'FAILED' })
    work(sim, 'a', { status: 'FAILED' })
    sim.send(id, { ...WHOLE, taskId: first.taskId })
    expect(sim.tasks(id)).toMatchObject([{ taskId: first.taskId, status: 'SCHEDULED', retried: false, retryCount: 0 }])
    work(sim, 'a')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 315: the time of a WAIT begins again', () => {
    const sim = play({
      workflows: [workflow('w', [system('WAIT', 'nap', { inputParameters: { duration: '1 minutes' } })])],
    })
    const id = sim.start('w')
    sim.advance(60_000)
    expect(sim.workflow(id).status).toBe('COMPLETED')
    rerunFrom(sim, id, 'nap')
    expect(rowOf(sim, id, 'nap')).toMatchObject({ status: 'IN_PROGRESS', waitTimeout: START + 120_000 })
  })

  test('case 317: domains are chosen again from those of the execution', () => {
    const sim = play({ workflows: [line] })
    const id = sim.start('line', {}, { taskToDomain: { '*': 'blue' } })
    for (const type of ['a', 'b', 'c']) work(sim, type)
    rerunFrom(sim, id, 'b')
    expect(rowOf(sim, id, 'b').domain).toBe('blue')
  })

  test('case 320: a task that it does not have', () => {
    const { sim, id } = completed()
    const taskId = asTaskId('nobody')
    expect(sim.send(id, { ...WHOLE, taskId }).refused).toEqual({
      code: 'BAD_REQUEST',
      message: 'Task nobody not found',
    })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('a SWITCH chooses again by another input; its id stays', () => {
    const choose = system('SWITCH', 's', {
      evaluatorType: 'value-param',
      expression: 'x',
      inputParameters: { x: '${workflow.input.x}' },
      decisionCases: { one: [simple('p')], two: [simple('q')] },
    })
    const sim = play({ workflows: [workflow('w', [choose, simple('z')])] })
    const id = sim.start('w', { x: 'one' })
    sim.send(id, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
    const { taskId } = rowOf(sim, id, 's')
    rerunFrom(sim, id, { ref: 's', taskInput: { x: 'two' } })
    expect(rowsOf(sim, id)).toEqual(['s:COMPLETED', 'q:SCHEDULED'])
    expect(rowOf(sim, id, 's').taskId).toBe(taskId)
    for (const type of ['q', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})
