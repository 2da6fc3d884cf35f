import { describe, expect, test } from 'vitest'
import type { TaskDefInput } from '@/server/model/task-def'
import type { Simulation } from './simulate'
import { fork, play, rowOf, rowsOf, simple, work, workflow } from './testing/play'

function failing(def: Partial<TaskDefInput>, random = () => 0): { sim: Simulation; fail: () => void } {
  const sim = play({
    workflows: [workflow('w', [simple('a')])],
    taskDefs: [{ name: 'a', retryCount: 10, retryDelaySeconds: 0, ...def }],
    random,
  })
  sim.start('w')
  const fail = () => {
    sim.advance(1_000_000)
    work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'broken' })
  }
  return { sim, fail }
}

function delays(def: Partial<TaskDefInput>, attempts: number): number[] {
  const { sim, fail } = failing({ retryDelaySeconds: 2, ...def })
  const [id] = [...sim.executions.keys()]
  return Array.from({ length: attempts }, () => {
    fail()
    return rowOf(sim, id!, 'a').callbackAfterSeconds
  })
}

describe('delays', () => {
  test('case 58: exponential, up to the cap', () => {
    expect(delays({ retryLogic: 'EXPONENTIAL_BACKOFF', maxRetryDelaySeconds: 3 }, 3)).toEqual([2, 3, 3])
  })

  test('cases 283 and 285: exponential without a cap doubles', () => {
    expect(delays({ retryLogic: 'EXPONENTIAL_BACKOFF' }, 4)).toEqual([2, 4, 8, 16])
  })

  test('cases 284 and 297: each logic shows its computed delay, linear up to the cap', () => {
    const linear = { retryLogic: 'LINEAR_BACKOFF' } as const
    expect(delays({ ...linear, maxRetryDelaySeconds: 7 }, 5)).toEqual([2, 4, 6, 7, 7])
    expect(delays({}, 3)).toEqual([2, 2, 2])
  })

  test('a delay that outgrows the integers is the largest one', () => {
    const huge = { retryLogic: 'LINEAR_BACKOFF', backoffScaleFactor: 2, retryDelaySeconds: 2_000_000_000 } as const
    expect(delays(huge, 1)).toEqual([2_147_483_647])
  })

  test('case 59: linear by scale and attempt', () => {
    const linear = { retryLogic: 'LINEAR_BACKOFF', backoffScaleFactor: 2, maxRetryDelaySeconds: 5 } as const
    expect(delays(linear, 2)).toEqual([4, 5])
  })

  test('cases 286 and 287: the cap holds for fixed delays and the first retry', () => {
    expect(delays({ maxRetryDelaySeconds: 1 }, 2)).toEqual([1, 1])
    expect(delays({ maxRetryDelaySeconds: 2 }, 2)).toEqual([2, 2])
  })

  test.each<[string, Partial<TaskDefInput>, [seconds: number, ms: number][]]>([
    [
      'case 60: FIXED',
      { retryDelaySeconds: 60, backoffJitterMs: 5_000 },
      [
        [60, 65_000],
        [60, 65_000],
      ],
    ],
    ['case 61: none is exact', { retryDelaySeconds: 60 }, [[60, 60_000]]],
    [
      'case 62: EXPONENTIAL, on top of the cap',
      { retryLogic: 'EXPONENTIAL_BACKOFF', maxRetryDelaySeconds: 3, backoffJitterMs: 2_000 },
      [
        [2, 4_000],
        [3, 5_000],
      ],
    ],
    [
      'case 288: LINEAR',
      { retryLogic: 'LINEAR_BACKOFF', backoffScaleFactor: 2, backoffJitterMs: 500 },
      [
        [4, 4_500],
        [8, 8_500],
      ],
    ],
    ['case 289: one millisecond', { backoffJitterMs: 1 }, [[2, 2_001]]],
  ])('jitter comes on top, in milliseconds only: %s', (_sentence, def, expected) => {
    const { sim, fail } = failing({ retryDelaySeconds: 2, ...def }, () => 0.999_999)
    const [id] = [...sim.executions.keys()]
    const rows = expected.map(() => {
      fail()
      return rowOf(sim, id!, 'a')
    })
    expect(rows.map((row) => [row.callbackAfterSeconds, row.callbackAfterMs])).toEqual(expected)
    for (const row of rows) expect(row.deliverAt - row.scheduledTime).toBe(row.callbackAfterMs)
  })

  test('case 290: jitter spreads attempts over its whole window, and all of them complete', () => {
    const chances = Array.from({ length: 10 }, (_, at) => (at + 1) / 11)
    const { sim } = failing({ backoffJitterMs: 1_000 }, () => chances.pop() ?? 0)
    for (let started = 1; started < 10; started += 1) sim.start('w')
    for (let started = 0; started < 10; started += 1) work(sim, 'a', { status: 'FAILED' })
    const delivered = [...sim.executions.keys()].map((id) => rowOf(sim, id, 'a').deliverAt - sim.now())
    expect(new Set(delivered).size).toBe(10)
    expect(Math.min(...delivered)).toBeLessThan(200)
    expect(Math.max(...delivered)).toBeGreaterThan(800)
    sim.advance(1_000)
    for (let started = 0; started < 10; started += 1) work(sim, 'a')
    expect([...sim.executions.keys()].map((id) => sim.workflow(id).status)).toEqual(Array(10).fill('COMPLETED'))
  })

  test('case 21: a delayed attempt cannot be polled before its time', () => {
    const { sim, fail } = failing({ retryDelaySeconds: 2 })
    fail()
    expect(sim.poll('a')).toBeNull()
    sim.advance(2_000)
    expect(sim.poll('a')).not.toBeNull()
  })
})

describe('attempts', () => {
  test('cases 19, 20 and 66: each failed attempt stays, and is named when the workflow completes', () => {
    const { sim, fail } = failing({ retryCount: 3 })
    const [id] = [...sim.executions.keys()]
    fail()
    fail()
    work(sim, 'a')
    const rows = sim.tasks(id!)
    expect(rowsOf(sim, id!)).toEqual(['a:FAILED', 'a:FAILED', 'a:COMPLETED'])
    expect(rows.map((row) => row.retriedTaskId)).toEqual([null, rows[0]?.taskId, rows[1]?.taskId])
    expect(new Set(rows.map((row) => row.firstScheduledTime)).size).toBe(1)
    expect(sim.workflow(id!)).toMatchObject({ status: 'COMPLETED', failedReferenceTaskNames: ['a'] })
  })

  test('case 23: CPEWF_TASK_ID is the id of each attempt, also of one made by hand', () => {
    const task = simple('a', { inputParameters: { id: '${CPEWF_TASK_ID}' }, retryCount: 1 })
    const sim = play({ workflows: [workflow('w', [task])] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    sim.advance(60_000)
    work(sim, 'a', { status: 'FAILED' })
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(sim.tasks(id)).toHaveLength(3)
    for (const row of sim.tasks(id)) expect(row.inputData.id).toBe(row.taskId)
  })

  test('cases 7, 8 and 10: a terminal error is not tried again', () => {
    const { sim } = failing({ retryCount: 1 })
    const [id] = [...sim.executions.keys()]
    const task = work(sim, 'a', { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: 'no way' })
    expect(rowsOf(sim, id!)).toEqual(['a:FAILED_WITH_TERMINAL_ERROR'])
    expect(sim.workflow(id!)).toMatchObject({
      status: 'FAILED',
      reasonForIncompletion: `Task ${task.taskId} failed with status: FAILED and reason: 'no way'`,
      failedReferenceTaskNames: ['a'],
      failedTaskNames: ['a'],
      failedTaskId: task.taskId,
    })
  })

  test('case 9: outputParameters are resolved on failure too', () => {
    const definition = workflow('w', [simple('a', { retryCount: 0 })], { outputParameters: { e: '${a.output.error}' } })
    const sim = play({ workflows: [definition] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED', output: { error: 'E1' } })
    expect(sim.workflow(id).output).toEqual({ e: 'E1' })
  })

  test('case 57: a SIMPLE task without a definition has the defaults, three retries after a minute', () => {
    const sim = play({ workflows: [workflow('w', [simple('a')])] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowOf(sim, id, 'a')).toMatchObject({ retryCount: 1, callbackAfterSeconds: 60, responseTimeoutSeconds: 3600 })
  })

  test('a worker may cancel: the workflow is TERMINATED', () => {
    const { sim } = failing({})
    const [id] = [...sim.executions.keys()]
    work(sim, 'a', { status: 'CANCELED' })
    expect(sim.workflow(id!).status).toBe('TERMINATED')
  })
})

describe('the whole budget', () => {
  test('case 64: spent when a worker fails the task, it ends the workflow without another attempt', () => {
    const { sim } = failing({ totalTimeoutSeconds: 5, timeoutPolicy: 'ALERT_ONLY' })
    const [id] = [...sim.executions.keys()]
    const task = sim.poll('a')
    sim.advance(6_000)
    sim.finish(task!, { status: 'FAILED' })
    expect(rowsOf(sim, id!)).toEqual(['a:FAILED'])
    expect(sim.workflow(id!).status).toBe('FAILED')
  })

  test.each([
    ['case 63: without a budget', { totalTimeoutSeconds: 0 }, 'RUNNING'],
    ['case 294: spent, under a cap of the delay', { totalTimeoutSeconds: 5, maxRetryDelaySeconds: 1 }, 'FAILED'],
    ['case 294: spent, with jitter', { totalTimeoutSeconds: 5, backoffJitterMs: 100 }, 'FAILED'],
    ['case 295: spent, under ALERT_ONLY', { totalTimeoutSeconds: 5, retryCount: 9 }, 'FAILED'],
  ] as const)('%s', (_sentence, def, status) => {
    const { sim } = failing({ timeoutPolicy: 'ALERT_ONLY', ...def })
    const [id] = [...sim.executions.keys()]
    const task = sim.poll('a')
    sim.advance(6_000)
    sim.finish(task!, { status: 'FAILED' })
    expect(sim.workflow(id!).status).toBe(status)
  })

  test('case 296: each execution has a budget of its own', () => {
    const { sim } = failing({ totalTimeoutSeconds: 5, timeoutPolicy: 'ALERT_ONLY' })
    const [early] = [...sim.executions.keys()]
    sim.advance(4_000)
    const late = sim.start('w')
    sim.advance(2_000)
    for (let each = 0; each < 2; each += 1) work(sim, 'a', { status: 'FAILED' })
    expect(sim.workflow(early!).status).toBe('FAILED')
    expect(sim.workflow(late).status).toBe('RUNNING')
  })

  test('case 292: not spent, the task is tried again', () => {
    const { sim, fail } = failing({ totalTimeoutSeconds: 10_000_000 })
    const [id] = [...sim.executions.keys()]
    fail()
    work(sim, 'a')
    expect(sim.workflow(id!).status).toBe('COMPLETED')
  })
})

describe('optional and permissive', () => {
  test('cases 31, 32 and 33: optional is retried first, then passes with errors', () => {
    const task = simple('a', { optional: true, retryCount: 1 })
    const sim = play({
      workflows: [workflow('w', [task, simple('b')])],
      taskDefs: [{ name: 'a', retryDelaySeconds: 0 }],
    })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['a:FAILED', 'a:SCHEDULED'])
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['a:FAILED', 'a:COMPLETED_WITH_ERRORS', 'b:SCHEDULED'])
    work(sim, 'b')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('cases 34 and 35: permissive goes on, and fails the workflow at its end', () => {
    const task = simple('a', { permissive: true, retryCount: 0 })
    const sim = play({ workflows: [workflow('w', [task, simple('b')])] })
    const id = sim.start('w')
    const failed = work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'NETWORK ERROR' })
    expect(rowsOf(sim, id)).toEqual(['a:FAILED', 'b:SCHEDULED'])
    work(sim, 'b')
    expect(sim.workflow(id)).toMatchObject({
      status: 'FAILED',
      reasonForIncompletion: `Task ${failed.taskId} failed with status: FAILED and reason: 'NETWORK ERROR'`,
    })
    expect(rowOf(sim, id, 'b').status).toBe('COMPLETED')
  })

  test('case 36: permissive and optional passes with errors', () => {
    const task = simple('a', { permissive: true, optional: true, retryCount: 0 })
    const sim = play({ workflows: [workflow('w', [task, simple('z')])] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED_WITH_ERRORS', 'z:SCHEDULED'])
    work(sim, 'z')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('an optional task with nothing behind it keeps the status that it ended with', () => {
    const sim = play({ workflows: [workflow('w', [simple('a'), simple('b', { optional: true, retryCount: 0 })])] })
    const id = sim.start('w')
    work(sim, 'a')
    work(sim, 'b', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED', 'b:FAILED'])
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', failedReferenceTaskNames: [] })
  })

  test('case 76: a permissive branch fails its JOIN once the other branch has ended', () => {
    const branches = fork('f', [[simple('a', { permissive: true, retryCount: 0 })], [simple('b')]])
    const sim = play({ workflows: [workflow('w', branches)] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'A' })
    expect(sim.workflow(id).status).toBe('RUNNING')
    work(sim, 'b')
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'FAILED', reasonForIncompletion: 'A' })
    expect(sim.workflow(id).status).toBe('FAILED')
  })
})
