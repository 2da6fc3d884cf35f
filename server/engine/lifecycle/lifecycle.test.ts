import { describe, expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import { workflowDefSchema } from '@/server/model/workflow-def'

const two = workflow('w', [simple('a', { retryCount: 0 }), simple('b')])
const RETRY = { type: 'retry', resumeSubworkflowTasks: false } as const
const STOP = { type: 'terminate', reason: 'enough', triggerFailureWorkflow: false } as const

describe('pause and resume', () => {
  test('cases 49, 50 and 51: results are kept, nothing is scheduled until the resume', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    const task = sim.poll('a')
    sim.send(id, { type: 'pause' })
    sim.finish(task!)
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED'])
    sim.send(id, { type: 'wake' })
    expect(sim.workflow(id).status).toBe('PAUSED')
    expect(sim.poll('b')).toBeNull()
    sim.send(id, { type: 'resume' })
    expect(sim.workflow(id)).toMatchObject({ status: 'RUNNING', previousStatus: 'PAUSED' })
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED', 'b:SCHEDULED'])
  })

  test('case 390: a terminal one cannot be paused, a running one not resumed, twice is once', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    expect(sim.send(id, { type: 'resume' }).refused).toEqual({
      code: 'CONFLICT',
      message: `The workflow ${id} is not PAUSED so cannot resume. Current status is RUNNING`,
    })
    sim.send(id, { type: 'pause' })
    expect(sim.send(id, { type: 'pause' })).toMatchObject({ refused: null, changes: { workflow: null } })
    sim.send(id, STOP)
    expect(sim.send(id, { type: 'pause' }).refused).toMatchObject({
      code: 'CONFLICT',
      message: `Workflow w.1/${id} has ended, status cannot be updated.`,
    })
  })

  test('a lease that expires meanwhile does not wake it again and again, and counts after the resume', () => {
    const sim = play({
      workflows: [workflow('w', [simple('a')])],
      taskDefs: [{ name: 'a', responseTimeoutSeconds: 10, retryDelaySeconds: 0 }],
    })
    const id = sim.start('w')
    sim.poll('a')
    sim.send(id, { type: 'pause' })
    sim.advance(60_000)
    expect(rowOf(sim, id, 'a')).toMatchObject({ status: 'IN_PROGRESS', leaseUntil: 0 })
    sim.send(id, { type: 'resume' })
    sim.advance(10_000)
    expect(rowsOf(sim, id)).toEqual(['a:TIMED_OUT', 'a:SCHEDULED'])
  })

  test('a failure while paused is tried again after the resume', () => {
    const sim = play({ workflows: [workflow('w', [simple('a', { retryCount: 1 })])] })
    const id = sim.start('w')
    const task = sim.poll('a')
    sim.send(id, { type: 'pause' })
    sim.finish(task!, { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['a:FAILED'])
    sim.send(id, { type: 'resume' })
    expect(rowsOf(sim, id)).toEqual(['a:FAILED', 'a:SCHEDULED'])
  })
})

describe('terminate', () => {
  test('cancels what is open, with the reason', () => {
    const sim = play({ workflows: [workflow('w', fork('f', [[simple('a')], [simple('b')]]))] })
    const id = sim.start('w')
    sim.send(id, STOP)
    expect(rowsOf(sim, id)).toEqual(['f:COMPLETED', 'a:CANCELED', 'b:CANCELED', 'f_join:CANCELED'])
    expect(sim.workflow(id)).toMatchObject({
      status: 'TERMINATED',
      reasonForIncompletion: 'enough',
      endTime: sim.now(),
    })
    expect(sim.poll('a')).toBeNull()
  })

  test('case 391: not when completed; twice is once; a failed one becomes TERMINATED', () => {
    const sim = play({ workflows: [two] })
    const done = sim.start('w')
    work(sim, 'a')
    work(sim, 'b')
    expect(sim.send(done, STOP).refused).toEqual({
      code: 'CONFLICT',
      message: 'Cannot terminate a COMPLETED workflow.',
    })
    const failed = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    sim.send(failed, STOP)
    expect(sim.workflow(failed).status).toBe('TERMINATED')
    expect(sim.send(failed, STOP)).toMatchObject({ refused: null, changes: { workflow: null } })
  })

  test('a finished execution decides nothing', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    const task = sim.poll('a')
    sim.send(id, STOP)
    for (const event of [{ type: 'wake' }, { type: 'start' }, { type: 'redrive', taskId: task!.taskId }] as const) {
      const decision = sim.send(id, event)
      expect(decision).toMatchObject({
        effects: [],
        wakeAt: null,
        changes: { workflow: null, created: [], updated: [] },
      })
    }
  })
})

describe('restart', () => {
  test('cases 11, 17 and 333: from the first task under the same id, not while it runs', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    expect(sim.send(id, { type: 'restart', latest: null }).refused?.code).toBe('CONFLICT')
    work(sim, 'a', { status: 'FAILED', output: { old: 1 } })
    sim.advance(1_000)
    sim.send(id, { type: 'restart', latest: null })
    expect(rowsOf(sim, id)).toEqual(['a:SCHEDULED'])
    expect(rowOf(sim, id, 'a').seq).toBe(1)
    expect(sim.workflow(id)).toMatchObject({
      status: 'RUNNING',
      output: {},
      reasonForIncompletion: null,
      failedTaskId: null,
      endTime: 0,
      createTime: sim.now(),
      failedReferenceTaskNames: ['a'],
    })
    work(sim, 'a')
    work(sim, 'b')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('cases 18 and 334: with the latest definition', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    const definition = workflowDefSchema.parse({ ...workflow('w', [simple('a'), simple('c')]), version: 2 })
    sim.send(id, { type: 'restart', latest: { definition, taskDefs: {} } })
    work(sim, 'a')
    work(sim, 'c')
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', workflowVersion: 2 })
  })

  test('cases 28 and 29: a non-restartable one only after a failure', () => {
    const sim = play({ workflows: [{ ...two, restartable: false }] })
    const failed = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(sim.send(failed, { type: 'restart', latest: null }).refused).toBeNull()
    sim.send(failed, STOP)
    const done = sim.start('w')
    work(sim, 'a')
    work(sim, 'b')
    expect(sim.send(done, { type: 'restart', latest: null }).refused?.code).toBe('NOT_FOUND')
  })
})

describe('retry', () => {
  test('cases 22, 24 and 322: a new row, then on as usual', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    sim.send(id, RETRY)
    expect(rowsOf(sim, id)).toEqual(['a:FAILED', 'a:SCHEDULED'])
    expect(rowOf(sim, id, 'a')).toMatchObject({ retryCount: 1, callbackAfterSeconds: 0 })
    expect(sim.workflow(id)).toMatchObject({ status: 'RUNNING', reasonForIncompletion: null, endTime: 0 })
    work(sim, 'a')
    work(sim, 'b')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 77: a failed fork gets new rows for failed and canceled work, its join goes on', () => {
    const branches = fork('f', [[simple('a', { retryCount: 0 })], [simple('b')]])
    const sim = play({ workflows: [workflow('w', branches)] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    sim.send(id, RETRY)
    expect(rowsOf(sim, id)).toEqual([
      'f:COMPLETED',
      'a:FAILED',
      'b:CANCELED',
      'f_join:IN_PROGRESS',
      'a:SCHEDULED',
      'b:SCHEDULED',
    ])
  })

  test('case 79: permissive branches that failed with their join', () => {
    const branch = (ref: string) => [simple(ref, { permissive: true, retryCount: 0 })]
    const sim = play({ workflows: [workflow('w', [...fork('f', [branch('a'), branch('b')]), simple('z')])] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED', reasonForIncompletion: 'no' })
    work(sim, 'b', { status: 'FAILED', reasonForIncompletion: 'not' })
    expect(sim.workflow(id).status).toBe('FAILED')
    sim.send(id, RETRY)
    const why = { reasonForIncompletion: 'no not' }
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'IN_PROGRESS', retryCount: 0, ...why })
    for (const type of ['a', 'b', 'z']) work(sim, type)
    expect(rowOf(sim, id, 'f_join')).toMatchObject({ status: 'COMPLETED', ...why })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 44: a timed-out one without a failed row goes on', () => {
    const timed = { ...two, timeoutSeconds: 5, timeoutPolicy: 'TIME_OUT_WF' as const }
    const sim = play({ workflows: [timed] })
    const id = sim.start('w')
    const task = sim.poll('a')
    sim.send(id, { type: 'pause' })
    sim.finish(task!)
    sim.advance(6_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
    sim.send(id, RETRY)
    expect(rowsOf(sim, id)).toEqual(['a:COMPLETED', 'b:SCHEDULED'])
  })

  test('case 332: refused while it runs, and when nothing failed', () => {
    const sim = play({ workflows: [two] })
    const id = sim.start('w')
    expect(sim.send(id, RETRY).refused).toEqual({
      code: 'NOT_FOUND',
      message: 'Workflow is still running.  status=RUNNING',
    })
    work(sim, 'a')
    work(sim, 'b')
    expect(sim.send(id, RETRY).refused?.code).toBe('CONFLICT')
  })

  test('variables that changed are seen by the new attempt', () => {
    const tasks = [
      system('SET_VARIABLE', 'v', { inputParameters: { x: 1 } }),
      simple('a', { inputParameters: { x: '${workflow.variables.x}' }, retryCount: 0 }),
    ]
    const sim = play({ workflows: [workflow('w', tasks)] })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    sim.send(id, RETRY)
    expect(rowOf(sim, id, 'a').inputData).toEqual({ x: 1 })
  })
})
