import { describe, expect, it } from 'vitest'
import type { Decision } from './decision'
import { childOf, play, START, type Stage, simple, sub, system, work, workflow } from './testing/play'

const LISTENING = { workflowStatusListenerEnabled: true, workflowStatusListenerSink: 'conductor:changes' }
const NO_RETRIES = [{ name: 'a', retryCount: 0 }]

/** What has been said, in order. */
function stage(more: Partial<Stage> & Pick<Stage, 'workflows'>) {
  const heard: string[] = []
  const sim = play({ taskDefs: NO_RETRIES, ...more, onDecision: ({ effects }) => heard.push(...namesIn(effects)) })
  const said = () => heard.splice(0)
  return { sim, said }
}

function namesIn(effects: Decision['effects']): string[] {
  return effects.flatMap((effect) =>
    effect.type === 'emit' && effect.event.endsWith(':changes') ? [String(effect.payload.eventType)] : [],
  )
}

const one = (more: object = {}) => [workflow('w', [simple('a')], { ...LISTENING, ...more })]

describe('a status listener', () => {
  it('hears of the start, of a pause, of going on, and of the end', () => {
    const { sim, said } = stage({ workflows: one() })
    const id = sim.start('w')
    expect(said()).toEqual(['STARTED'])
    sim.send(id, { type: 'start' })
    sim.send(id, { type: 'pause' })
    sim.send(id, { type: 'pause' })
    sim.send(id, { type: 'resume' })
    expect(said()).toEqual(['PAUSED', 'RESUMED'])
    work(sim, 'a')
    expect(said()).toEqual(['COMPLETED', 'FINALIZED'])
  })

  it('of one that is over at once all in order', () => {
    const { sim, said } = stage({ workflows: [workflow('w', [system('NOOP', 'n')], LISTENING)] })
    sim.start('w')
    expect(said()).toEqual(['STARTED', 'COMPLETED', 'FINALIZED'])
  })

  it('hears of a failure, and of what runs it again', () => {
    const { sim, said } = stage({ workflows: one() })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    expect(said()).toEqual(['STARTED', 'TERMINATED', 'FINALIZED'])
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(said()).toEqual(['RETRIED'])
    sim.send(id, { type: 'terminate', reason: 'enough', triggerFailureWorkflow: false })
    expect(said()).toEqual(['TERMINATED', 'FINALIZED'])
    sim.send(id, { type: 'restart', latest: null })
    work(sim, 'a')
    expect(said()).toEqual(['RESTARTED', 'COMPLETED', 'FINALIZED'])
    const rerun = { type: 'rerun', taskInput: null, workflowInput: null, correlationId: null } as const
    sim.send(id, { ...rerun, taskId: null })
    const done = work(sim, 'a')
    expect(said()).toEqual(['RERAN', 'COMPLETED', 'FINALIZED'])
    sim.send(id, { ...rerun, taskId: done.taskId })
    expect(said()).toEqual(['RETRIED'])
  })

  it('hears nothing of a request that came to nothing', () => {
    const { sim, said } = stage({ workflows: one() })
    const id = sim.start('w')
    sim.send(id, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
    said()
    sim.send(id, { type: 'terminate', reason: null, triggerFailureWorkflow: false })
    sim.send(id, { type: 'wake' })
    expect(said()).toEqual([])
  })

  it('of a parent hears what its child made of it', () => {
    const { sim, said } = stage({
      workflows: [workflow('w', [sub('s', 'child')], LISTENING), workflow('child', [simple('a')])],
    })
    const id = sim.start('w')
    work(sim, 'a', { status: 'FAILED' })
    sim.send(childOf(sim, id, 's'), { type: 'retry', resumeSubworkflowTasks: false })
    work(sim, 'a')
    expect(said()).toEqual(['STARTED', 'TERMINATED', 'FINALIZED', 'RETRIED', 'COMPLETED', 'FINALIZED'])
  })

  it('is told what a search shows, masked', () => {
    const { sim } = stage({ workflows: one({ maskedFields: ['pin'] }) })
    const id = sim.start('w', { pin: '1234', name: 'n' }, { correlationId: 'c' })
    const { effects } = sim.send(id, { type: 'pause' })
    expect(effects).toContainEqual({
      type: 'emit',
      event: 'conductor:w:changes',
      messageId: expect.any(String),
      payload: {
        eventType: 'PAUSED',
        workflow: expect.objectContaining({
          workflowId: id,
          workflowType: 'w',
          status: 'PAUSED',
          correlationId: 'c',
          startTime: new Date(START).toISOString(),
          input: '{"pin":"***","name":"n"}',
        }),
      },
    })
  })

  it('behind a broker gets its messages from an execution beside, one after the other', () => {
    const workflows = one({ workflowStatusListenerSink: 'kafka:here:there' })
    const sim = play({ workflows, taskDefs: NO_RETRIES })
    const id = sim.start('w')
    work(sim, 'a')
    const beside = [...sim.executions.keys()].filter((other) => other !== id)
    expect(beside.map((other) => sim.workflow(other).workflowName)).toEqual([
      'w_status_STARTED',
      'w_status_COMPLETED_FINALIZED',
    ])
    expect(sim.tasks(beside[1] ?? id)).toMatchObject([
      { taskType: 'EVENT', inputData: { sink: 'kafka:here:there', eventType: 'COMPLETED' } },
      { inputData: { eventType: 'FINALIZED', workflow: { workflowId: id, status: 'COMPLETED' } } },
    ])
    expect(sim.workflow(beside[1] ?? id)).toMatchObject({ rootWorkflowId: id, parentWorkflowId: null })
  })

  it('that is switched off, or has no sink, hears nothing', () => {
    for (const more of [{ workflowStatusListenerEnabled: false }, { workflowStatusListenerSink: ' ' }]) {
      const { sim, said } = stage({ workflows: one(more) })
      sim.start('w')
      expect(said()).toEqual([])
      expect(sim.executions.size).toBe(1)
    }
  })
})
