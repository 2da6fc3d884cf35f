import { describe, expect, test } from 'vitest'
import type { Decision } from '@/server/engine/decision'
import { completed } from '@/server/engine/simulate'
import { play, rowOf, rowsOf, simple, system, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

const event = (ref: string, sink: string, more: Partial<WorkflowTaskInput> = {}) =>
  system('EVENT', ref, { sink, inputParameters: { a: 1 }, ...more })

function run(tasks: WorkflowTaskInput[], more: Parameters<ReturnType<typeof play>['start']>[2] = {}) {
  const sim = play({ workflows: [workflow('w', tasks)], perform: () => ({ status: 'completed', output: {} }) })
  const id = sim.start('w', { queue: 'named' }, more)
  return { sim, id }
}

const emitted = (decision: Decision) => decision.effects.filter(({ type }) => type === 'emit')

describe('EVENT', () => {
  test('cases 179 and 180: it is completed at once with the payload, and the next task is scheduled with it', () => {
    const { sim, id } = run([event('e', 'conductor'), simple('next')], { correlationId: 'c-1' })
    expect(rowsOf(sim, id)).toEqual(['e:COMPLETED', 'next:SCHEDULED'])
    expect(rowOf(sim, id, 'e')).toMatchObject({
      inputData: { a: 1, sink: 'conductor', asyncComplete: false },
      outputData: {
        a: 1,
        event_produced: 'conductor:w:e',
        workflowInstanceId: id,
        workflowType: 'w',
        workflowVersion: 1,
        correlationId: 'c-1',
      },
    })
  })

  test('cases 181 and 182: asyncComplete keeps it open, with its output, until somebody says so; it is sent once', () => {
    const { sim, id } = run([event('e', 'conductor:x', { asyncComplete: true }), simple('next')])
    expect(rowOf(sim, id, 'e')).toMatchObject({
      status: 'IN_PROGRESS',
      outputData: { event_produced: 'conductor:w:x', asyncComplete: true },
    })
    expect(emitted(sim.send(id, { type: 'wake' }))).toEqual([])
    sim.send(id, completed(rowOf(sim, id, 'e').taskId))
    expect(rowsOf(sim, id)).toEqual(['e:COMPLETED', 'next:SCHEDULED'])
  })

  test('a sink that is nowhere fails it, and it shows what would have been sent', () => {
    const { sim, id } = run([event('e', '${workflow.input.none}', { optional: true }), simple('next')])
    expect(rowsOf(sim, id)).toEqual(['e:COMPLETED_WITH_ERRORS', 'next:SCHEDULED'])
    const { outputData, reasonForIncompletion } = rowOf(sim, id, 'e')
    expect(outputData).toMatchObject({ a: 1, sink: null, workflowInstanceId: id, workflowType: 'w' })
    expect(outputData).not.toHaveProperty('event_produced')
    expect(reasonForIncompletion).toBe('No sink specified in task')
  })

  test('a DYNAMIC task that turns out to be one has its sink in its input', () => {
    const inputParameters = { what: 'EVENT', sink: 'conductor:${workflow.input.queue}' }
    const { sim, id } = run([system('DYNAMIC', 'e', { dynamicTaskNameParam: 'what', inputParameters })])
    expect(rowOf(sim, id, 'e')).toMatchObject({
      status: 'COMPLETED',
      outputData: { event_produced: 'conductor:w:named' },
    })
  })

  test('a sink is an expression; its message has the id of the task and no word of where it went', () => {
    const sim = play({ workflows: [workflow('w', [event('e', 'conductor:${workflow.input.queue}')])] })
    const id = sim.start('w', { queue: 'named' })
    const again = sim.send(id, { type: 'restart', latest: null })
    const { taskId, outputData } = rowOf(sim, id, 'e')
    const { event_produced, ...payload } = outputData
    expect(emitted(again)).toEqual([{ type: 'emit', event: event_produced, messageId: taskId, payload }])
    expect(event_produced).toBe('conductor:w:named')
  })

  test.each([
    ['conductors', 'Invalid / Unsupported sink specified: conductors'],
    ['${workflow.input.nothing}', 'No sink specified in task'],
  ])('the sink %s fails it', (sink, reasonForIncompletion) => {
    const { sim, id } = run([event('e', sink)])
    expect(rowOf(sim, id, 'e')).toMatchObject({ status: 'FAILED', reasonForIncompletion })
    expect(sim.workflow(id).status).toBe('FAILED')
  })

  test('any other sink is published to by the server; the row shows the payload as it was written', () => {
    const { sim, id } = run([event('e', 'kafka:orders'), simple('next')])
    expect(rowsOf(sim, id)).toEqual(['e:COMPLETED', 'next:SCHEDULED'])
    expect(rowOf(sim, id, 'e').outputData).toMatchObject({ a: 1, event_produced: 'kafka:orders', workflowType: 'w' })
  })

  test('what cannot be published fails it, and a task definition may have it tried again', () => {
    const sim = play({
      workflows: [workflow('w', [event('e', 'sqs:q', { retryCount: 1 })])],
      taskDefs: [{ name: 'e', retryDelaySeconds: 0 }],
      perform: () => ({ status: 'failed', output: {}, reason: 'The broker is away.', retryable: true }),
    })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['e:FAILED', 'e:FAILED'])
    expect(rowOf(sim, id, 'e')).toMatchObject({ retryCount: 1, outputData: { event_produced: 'sqs:q', a: 1 } })
  })
})
