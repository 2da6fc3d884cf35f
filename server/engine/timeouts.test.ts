import { describe, expect, test } from 'vitest'
import type { TaskDefInput } from '@/server/model/task-def'
import type { Simulation } from './simulate'
import { play, rowOf, rowsOf, simple, system, work, workflow } from './testing/play'

function timed(def: Partial<TaskDefInput>): { sim: Simulation; id: Parameters<Simulation['workflow']>[0] } {
  const full = { name: 'a', retryCount: 0, retryDelaySeconds: 0, ...def }
  const sim = play({ workflows: [workflow('w', [simple('a')])], taskDefs: [full] })
  return { sim, id: sim.start('w') }
}

describe('response timeout', () => {
  test('case 12: the attempt times out, another is queued, whose answer counts', () => {
    const { sim, id } = timed({ responseTimeoutSeconds: 10, retryCount: 1, timeoutPolicy: 'ALERT_ONLY' })
    const first = sim.poll('a')
    sim.advance(9_999)
    expect(rowsOf(sim, id)).toEqual(['a:IN_PROGRESS'])
    sim.advance(1)
    expect(rowsOf(sim, id)).toEqual(['a:TIMED_OUT', 'a:SCHEDULED'])
    expect(rowOf(sim, id, 'a').reasonForIncompletion).toBe(
      `responseTimeout: 10 exceeded for the taskId: ${first?.taskId} with Task Definition: a`,
    )
    sim.finish(first!, { output: { late: true } })
    work(sim, 'a', { output: { ok: 1 } })
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { ok: 1 } })
  })

  test('case 14: the attempt after it may postpone itself before it answers', () => {
    const { sim, id } = timed({ responseTimeoutSeconds: 10, retryCount: 1 })
    sim.poll('a')
    sim.advance(10_000)
    work(sim, 'a', { status: 'IN_PROGRESS', callbackAfterSeconds: 2 })
    expect(rowOf(sim, id, 'a')).toMatchObject({ status: 'SCHEDULED', retryCount: 1 })
    sim.advance(1_999)
    expect(sim.poll('a')).toBeNull()
    sim.advance(1)
    work(sim, 'a')
    expect(rowsOf(sim, id)).toEqual(['a:TIMED_OUT', 'a:COMPLETED'])
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 279: the last attempt times the workflow out', () => {
    const { sim, id } = timed({ responseTimeoutSeconds: 10 })
    sim.poll('a')
    sim.advance(10_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
  })

  test('case 291: an earlier response timeout is seen before a later poll timeout', () => {
    const { sim, id } = timed({ responseTimeoutSeconds: 2, pollTimeoutSeconds: 1000 })
    sim.poll('a')
    sim.advance(2_000)
    expect(rowOf(sim, id, 'a').status).toBe('TIMED_OUT')
  })
})

describe('poll timeout', () => {
  test('case 278: nobody polls in time', () => {
    const { sim, id } = timed({ pollTimeoutSeconds: 2 })
    sim.advance(2_000)
    expect(sim.workflow(id)).toMatchObject({
      status: 'TIMED_OUT',
      reasonForIncompletion:
        'Task poll timed out after 2 seconds. Poll timeout configured as 2 seconds. Timeout policy configured to TIME_OUT_WF',
    })
  })

  test('case 281: what timed out cannot be polled', () => {
    const { sim, id } = timed({ pollTimeoutSeconds: 2 })
    sim.advance(2_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
    expect(sim.poll('a')).toBeNull()
  })

  test('a claim stops its clock', () => {
    const { sim, id } = timed({ pollTimeoutSeconds: 2 })
    sim.poll('a')
    sim.advance(60_000)
    expect(rowOf(sim, id, 'a').status).toBe('IN_PROGRESS')
  })

  test('case 282: for a postponed task it counts from the end of its callback', () => {
    const { sim, id } = timed({ pollTimeoutSeconds: 2 })
    work(sim, 'a', { status: 'IN_PROGRESS', callbackAfterSeconds: 10 })
    sim.advance(11_000)
    expect(rowOf(sim, id, 'a').status).toBe('SCHEDULED')
    sim.advance(1_000)
    expect(rowOf(sim, id, 'a').status).toBe('TIMED_OUT')
  })
})

describe('task timeout', () => {
  test('cases 38 and 39: RETRY gives another attempt, the last one ends the workflow', () => {
    const { sim, id } = timed({ timeoutSeconds: 5, responseTimeoutSeconds: 3, retryCount: 1, timeoutPolicy: 'RETRY' })
    const hold = () => {
      const task = sim.poll('a')
      for (let second = 0; second < 5; second += 2) {
        sim.finish(task!, { status: 'IN_PROGRESS', extendLease: true })
        sim.advance(2_000)
      }
    }
    hold()
    expect(rowsOf(sim, id)).toEqual(['a:TIMED_OUT', 'a:SCHEDULED'])
    hold()
    expect(rowsOf(sim, id)).toEqual(['a:TIMED_OUT', 'a:TIMED_OUT'])
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
  })

  test('case 280: TIME_OUT_WF ends the workflow with the sentence', () => {
    const { sim, id } = timed({ timeoutSeconds: 2, responseTimeoutSeconds: 0, retryCount: 3 })
    sim.poll('a')
    sim.advance(10_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
    expect(sim.workflow(id).reasonForIncompletion).toContain('Timeout configured as 2 seconds')
  })

  test('ALERT_ONLY changes nothing', () => {
    const { sim, id } = timed({ timeoutSeconds: 2, responseTimeoutSeconds: 0, timeoutPolicy: 'ALERT_ONLY' })
    sim.poll('a')
    sim.advance(10_000)
    expect(rowOf(sim, id, 'a').status).toBe('IN_PROGRESS')
  })

  test('cases 52 and 53: a WAIT with a task definition times out; its second row can be completed', () => {
    const sim = play({
      workflows: [workflow('w', [system('WAIT', 'wait')])],
      taskDefs: [{ name: 'wait', timeoutSeconds: 2, timeoutPolicy: 'RETRY', retryCount: 1, retryDelaySeconds: 0 }],
    })
    const id = sim.start('w')
    sim.advance(2_000)
    expect(rowsOf(sim, id)).toEqual(['wait:TIMED_OUT', 'wait:SCHEDULED'])
    sim.finish(rowOf(sim, id, 'wait'))
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

describe('total timeout', () => {
  test('case 65: spent while the task runs', () => {
    const { sim, id } = timed({ totalTimeoutSeconds: 5, retryCount: 3, timeoutPolicy: 'RETRY' })
    sim.poll('a')
    sim.advance(5_000)
    expect(rowOf(sim, id, 'a').status).toBe('TIMED_OUT')
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
    expect(rowOf(sim, id, 'a').reasonForIncompletion).toContain('exceeded total timeout of 5 seconds')
  })

  test('case 293: over several attempts', () => {
    const { sim, id } = timed({ totalTimeoutSeconds: 5, retryCount: 100, retryDelaySeconds: 2, timeoutPolicy: 'RETRY' })
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (sim.workflow(id).status !== 'RUNNING') break
      work(sim, 'a', { status: 'FAILED' })
      sim.advance(2_000)
    }
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
  })
})

describe('workflow timeout', () => {
  const timedOut = (timeoutPolicy: 'TIME_OUT_WF' | 'ALERT_ONLY') =>
    play({ workflows: [workflow('w', [simple('a')], { timeoutSeconds: 5, timeoutPolicy })] })

  test('case 41: TIME_OUT_WF cancels what is open', () => {
    const sim = timedOut('TIME_OUT_WF')
    const id = sim.start('w')
    sim.poll('a')
    sim.advance(6_000)
    expect(sim.workflow(id)).toMatchObject({
      status: 'TIMED_OUT',
      reasonForIncompletion:
        'Workflow timed out after 5 seconds. Timeout configured as 5 seconds. Timeout policy configured to TIME_OUT_WF',
    })
    expect(rowsOf(sim, id)).toEqual(['a:CANCELED'])
  })

  test('case 42: ALERT_ONLY does not', () => {
    const sim = timedOut('ALERT_ONLY')
    const id = sim.start('w')
    sim.advance(60_000)
    expect(sim.workflow(id).status).toBe('RUNNING')
  })

  test('a pause does not stop it', () => {
    const sim = timedOut('TIME_OUT_WF')
    const id = sim.start('w')
    sim.send(id, { type: 'pause' })
    sim.advance(6_000)
    expect(sim.workflow(id).status).toBe('TIMED_OUT')
  })

  test('case 43: a retry starts its clock again', () => {
    const sim = timedOut('TIME_OUT_WF')
    const id = sim.start('w')
    sim.advance(5_000)
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowsOf(sim, id)).toEqual(['a:CANCELED', 'a:SCHEDULED'])
    expect(sim.workflow(id).lastRetriedTime).toBe(sim.now())
    sim.advance(4_000)
    expect(sim.workflow(id).status).toBe('RUNNING')
  })
})
