import { describe, expect, test } from 'vitest'
import { play, rowOf, rowsOf, START, simple, system, work, workflow } from '@/server/engine/testing/play'
import { asTaskId } from '@/server/model/ids'
import { SYSTEM_TASK_TYPES } from '@/server/model/task-types'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'
import { BUILT_TASK_TYPES, isBuiltTaskType, operatorFor } from './registry'

function run(
  type: string,
  inputParameters: WorkflowTaskInput['inputParameters'],
  more: Partial<WorkflowTaskInput> = {},
) {
  const sim = play({ workflows: [workflow('w', [system(type, 't', { inputParameters, ...more })])] })
  const id = sim.start('w')
  return { sim, id, row: () => rowOf(sim, id, 't'), workflow: () => sim.workflow(id) }
}

describe('SET_VARIABLE', () => {
  test('cases 168 and 170: entries become variables, later ones win', () => {
    const set = (ref: string, inputParameters: WorkflowTaskInput['inputParameters']) =>
      system('SET_VARIABLE', ref, { inputParameters })
    const tasks = [set('s1', { a: 1, b: 1 }), set('s2', { b: '${workflow.input.b}' })]
    const sim = play({ workflows: [workflow('w', tasks, { outputParameters: { b: '${workflow.variables.b}' } })] })
    const id = sim.start('w', { b: 2 })
    expect(sim.workflow(id)).toMatchObject({ variables: { a: 1, b: 2 }, output: { b: 2 } })
  })

  test('case 169: too large a set changes nothing and fails for good', () => {
    const big = 'x'.repeat(300 * 1024)
    const { row, workflow: ended } = run('SET_VARIABLE', { big })
    expect(row().status).toBe('FAILED_WITH_TERMINAL_ERROR')
    expect(row().reasonForIncompletion).toContain('is greater than the permissible limit: 256 kilobytes')
    expect(ended()).toMatchObject({ status: 'FAILED', variables: {} })
  })
})

describe('INLINE', () => {
  test('the value of its expression', () => {
    expect(run('INLINE', { expression: '$.a + 1', a: 1 }).row()).toMatchObject({
      status: 'COMPLETED',
      outputData: { result: 2 },
    })
  })

  test('nothing for an evaluator means JavaScript, an empty text or an unknown name fails', () => {
    expect(run('INLINE', { evaluatorType: null, expression: '1' }).row().outputData).toEqual({ result: 1 })
    const reason = (evaluatorType: string) =>
      run('INLINE', { evaluatorType, expression: '1' }).row().reasonForIncompletion
    expect(reason('')).toMatch(/^Empty 'evaluatorType' in INLINE task's input parameters\./)
    expect(reason('cobol')).toBe("Unknown evaluator 'cobol' in INLINE task.")
    const named = { evaluatorType: 'value-param', expression: 'v', v: { a: 1 } }
    expect(run('INLINE', named).row().outputData).toEqual({ result: { a: 1 } })
    expect(run('INLINE', { ...named, expression: 'none' }).row().outputData).toEqual({ result: null })
  })

  test('what goes wrong is not tried again', () => {
    const { row } = run('INLINE', { expression: 'nope()' }, { retryCount: 3 })
    expect(row()).toMatchObject({ status: 'FAILED_WITH_TERMINAL_ERROR', retryCount: 0 })
    expect(row().outputData.error).toContain('nope is not defined')
    expect(run('INLINE', {}).row().status).toBe('FAILED_WITH_TERMINAL_ERROR')
  })

  test('case 188: an answer that comes twice counts once', () => {
    const { sim, id, row } = run('INLINE', { expression: '1' })
    const again = { type: 'script-result', taskId: row().taskId, outcome: { ok: true, value: 9 } } as const
    expect(sim.send(id, again).changes.updated).toEqual([])
  })
})

describe('HTTP', () => {
  const request = { http_request: { uri: 'http://x', method: 'GET' } }

  test('its answer is the output; asyncComplete waits for somebody else', () => {
    expect(run('HTTP', request).row()).toMatchObject({ status: 'COMPLETED', inputData: { asyncComplete: false } })
    const { sim, id, row } = run('HTTP', request, { asyncComplete: true })
    expect(row()).toMatchObject({ status: 'IN_PROGRESS', leaseUntil: 0, outputData: { response: { statusCode: 200 } } })
    sim.finish(row(), { output: { done: 1 } })
    expect(sim.workflow(id).output).toEqual({ done: 1 })
  })

  test('without uri or method it fails before anything is sent', () => {
    expect(run('HTTP', { http_request: { method: 'GET' } }).row().reasonForIncompletion).toMatch(/^Missing HTTP URI\./)
    expect(run('HTTP', { uri: 'http://x' }).row().reasonForIncompletion).toMatch(/^No HTTP method specified$/)
  })

  test('case 302: a failure is tried again as its task definition says, later by itself', () => {
    let calls = 0
    const sim = play({
      workflows: [workflow('w', [system('HTTP', 't', { inputParameters: request })])],
      taskDefs: [{ name: 't', retryCount: 1, retryDelaySeconds: 5 }],
      perform: () => {
        calls += 1
        return calls === 1
          ? { status: 'failed', output: {}, reason: '404', retryable: true }
          : { status: 'completed', output: { r: 1 } }
      },
    })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['t:FAILED', 't:SCHEDULED'])
    sim.advance(4_999)
    expect(calls).toBe(1)
    sim.advance(1)
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { r: 1 } })
  })
})

test('work that is not ready is done again after a while, its output shown meanwhile', () => {
  let calls = 0
  const sim = play({
    workflows: [workflow('w', [system('HTTP', 't', { inputParameters: { uri: 'http://x', method: 'GET' } })])],
    perform: () => {
      calls += 1
      return calls === 1
        ? { status: 'again', output: { turn: 1 }, afterMs: 5_000 }
        : { status: 'completed', output: { turn: calls } }
    },
  })
  const id = sim.start('w')
  expect(rowOf(sim, id, 't')).toMatchObject({ status: 'IN_PROGRESS', outputData: { turn: 1 }, pollCount: 1 })
  sim.advance(4_999)
  expect(calls).toBe(1)
  sim.advance(1)
  expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { turn: 2 } })
})

test('work of ours that is not answered is asked for again', () => {
  const sim = play({ workflows: [workflow('w', [system('INLINE', 't', { inputParameters: { expression: '1' } })])] })
  const id = sim.start('w')
  expect(sim.send(id, { type: 'redrive', taskId: rowOf(sim, id, 't').taskId }).effects).toEqual([])
  expect(sim.send(id, { type: 'redrive', taskId: asTaskId('nobody') }).refused).toBeNull()
})

describe('WAIT', () => {
  test('cases 172 and 176: without a time it waits to be told', () => {
    const { sim, row } = run('WAIT', {})
    expect(row()).toMatchObject({ status: 'IN_PROGRESS', taskType: 'WAIT', taskDefName: 't', waitTimeout: 0 })
    sim.advance(1_000_000_000)
    expect(row().status).toBe('IN_PROGRESS')
  })

  test('case 174: for a duration, not a moment less', () => {
    const { sim, row } = run('WAIT', { duration: '1 days 2 hours 30 minutes' })
    expect(row()).toMatchObject({ waitTimeout: START + 95_400_000, callbackAfterSeconds: 95_400 })
    sim.advance(95_399_999)
    expect(row().status).toBe('IN_PROGRESS')
    sim.advance(1)
    expect(row().status).toBe('COMPLETED')
  })

  test('case 178: until a moment that has passed', () => {
    expect(run('WAIT', { until: '2020-01-01 00:00' }).row().status).toBe('COMPLETED')
  })

  test('case 177: both, or what is no time, fails for good', () => {
    expect(run('WAIT', { until: '2020-01-01', duration: '1s' }).row().status).toBe('FAILED_WITH_TERMINAL_ERROR')
    expect(run('WAIT', { until: 'tomorrow' }).row().reasonForIncompletion).toMatch(/^Invalid\/Unsupported Wait Until/)
    expect(run('WAIT', { duration: 'soon' }).row().status).toBe('FAILED_WITH_TERMINAL_ERROR')
  })
})

describe('DYNAMIC', () => {
  const dynamic = system('DYNAMIC', 'd', {
    dynamicTaskNameParam: 'name',
    inputParameters: { name: '${workflow.input.n}', uri: 'http://x', method: 'GET' },
  })
  const sim = play({ workflows: [workflow('w', [dynamic, simple('z')])] })

  test('becomes a worker’s task, or one of ours', () => {
    const worker = sim.start('w', { n: 'some_work' })
    expect(rowOf(sim, worker, 'd')).toMatchObject({ taskType: 'some_work', taskDefName: 'some_work' })
    work(sim, 'some_work')
    expect(rowsOf(sim, worker)).toEqual(['d:COMPLETED', 'z:SCHEDULED'])
    const ours = sim.start('w', { n: 'HTTP' })
    expect(rowOf(sim, ours, 'd')).toMatchObject({ status: 'COMPLETED', taskType: 'HTTP', taskDefName: 'HTTP' })
  })

  test('without a name the workflow fails', () => {
    expect(sim.workflow(sim.start('w')).reasonForIncompletion).toMatch(/^Cannot map a dynamic task .* Parameter= name/)
  })
})

test('a NOOP is done at once, a HUMAN waits and puts out its answer', () => {
  const sim = play({ workflows: [workflow('w', [system('NOOP', 'n'), system('HUMAN', 'h')])] })
  const id = sim.start('w')
  expect(rowsOf(sim, id)).toEqual(['n:COMPLETED', 'h:IN_PROGRESS'])
  sim.finish(rowOf(sim, id, 'h'), { output: { approved: true } })
  expect(sim.workflow(id).output).toEqual({ approved: true })
})

test('a type of the user’s own needs a task definition', () => {
  const own = [workflow('w', [system('MY_TYPE', 't')])]
  const without = play({ workflows: own })
  expect(without.workflow(without.start('w')).reasonForIncompletion).toMatch(/Cannot find task by name t/)
  const sim = play({ workflows: own, taskDefs: [{ name: 't' }] })
  sim.start('w')
  expect(sim.poll('MY_TYPE')).not.toBeNull()
})

test('the registry: every built type is a type of the reference, others are told apart from the user’s', () => {
  expect(BUILT_TASK_TYPES.filter((type) => !SYSTEM_TASK_TYPES.includes(type))).toEqual([])
  expect(isBuiltTaskType('SENDGRID')).toBe(false)
  expect(operatorFor('SENDGRID')).toBeNull()
  expect(operatorFor('MY_TYPE')?.performer).toBe('worker')
})

describe('delays', () => {
  const started = (task: WorkflowTaskInput) => {
    const sim = play({ workflows: [workflow('w', [{ ...task, startDelay: 5 }])] })
    return rowOf(sim, sim.start('w'), 't')
  }

  test('a startDelay holds for workers and for calls, not for what is decided at once', () => {
    const call = system('HTTP', 't', { inputParameters: { uri: 'http://x', method: 'GET' } })
    expect(started(simple('t'))).toMatchObject({ status: 'SCHEDULED', callbackAfterSeconds: 5 })
    expect(started(call)).toMatchObject({ status: 'SCHEDULED', callbackAfterSeconds: 5 })
    const inline = system('INLINE', 't', { inputParameters: { expression: '1' } })
    expect(started(inline)).toMatchObject({ status: 'COMPLETED', callbackAfterSeconds: 0, startDelayInSeconds: 0 })
    expect(started(system('HUMAN', 't'))).toMatchObject({ status: 'IN_PROGRESS', callbackAfterSeconds: 0 })
  })

  test('another attempt of a script is made at once, whatever delay its row shows', () => {
    const failing = system('LAMBDA', 't', { retryCount: 2, inputParameters: { scriptExpression: 'return nope' } })
    const sim = play({ workflows: [workflow('w', [failing])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['t:FAILED', 't:FAILED', 't:FAILED'])
    expect(rowOf(sim, id, 't')).toMatchObject({ retryCount: 2, callbackAfterSeconds: 60 })
    expect(sim.workflow(id).status).toBe('FAILED')
  })
})
