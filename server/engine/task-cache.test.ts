import { describe, expect, it } from 'vitest'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'
import { decide } from './decide'
import type { Effect } from './decision'
import { applyDecision } from './execution'
import { play, rowOf, rowsOf, simple, system, workflow } from './testing/play'

const cacheConfig = { key: '${a}-${b.c}', ttlInSecond: 60 }
const cached = (more: Partial<WorkflowTaskInput> = {}) =>
  simple('t', { inputParameters: { a: '${workflow.input.a}', b: { c: 1 } }, cacheConfig, ...more })

/** A run whose decisions about the cache are seen, and answered by the test. */
function stage(task: WorkflowTaskInput, more: Parameters<typeof workflow>[2] = {}) {
  const simulation = play({ workflows: [workflow('w', [task], more)] })
  const id = simulation.start('w', { a: 'x' })
  return { simulation, id }
}

/** The effects of the start, before anybody answers. */
function firstEffects(task: WorkflowTaskInput, input: object = { a: 'x' }): readonly Effect[] {
  let effects: readonly Effect[] = []
  const simulation = play({ workflows: [workflow('w', [simple('before'), task])] })
  const id = simulation.start('w', { ...input })
  const first = simulation.poll('before')
  if (first) effects = simulation.finish(first).effects
  expect(rowsOf(simulation, id)).toHaveLength(2)
  return effects
}

describe('the question', () => {
  it('names the task and the key, made of its input', () => {
    expect(firstEffects(cached())).toMatchObject([{ type: 'recall', taskName: 't', key: 'x-1' }])
  })

  it.each([
    ['no cacheConfig', { cacheConfig: null }],
    ['no time to live', { cacheConfig: { key: '${a}' } }],
    ['no key', { cacheConfig: { key: '', ttlInSecond: 60 } }],
    ['a key of something that the input does not have', { cacheConfig: { key: '${a}-${gone}', ttlInSecond: 60 } }],
    ['a key of the workflow, which is no input', { cacheConfig: { key: '${workflow.input.a}', ttlInSecond: 60 } }],
  ])('is not asked with %s', (_, more) => {
    expect(firstEffects(cached(more))).toEqual([])
  })

  it('takes the seconds as text too, and system tasks that Orkes names', () => {
    const asText = cached({ cacheConfig: { key: 'k', ttlInSecond: '60' } })
    expect(firstEffects(asText)).toMatchObject([{ type: 'recall', key: 'k' }])
    const types = (type: string) => firstEffects(cached({ type })).map((effect) => effect.type)
    expect(types('HTTP')).toEqual(['recall'])
    expect(types('SET_VARIABLE')).toEqual([])
  })
})

describe('the answer', () => {
  it('of a dry run is a miss: the worker gets the task', () => {
    const { simulation, id } = stage(cached())
    expect(rowsOf(simulation, id)).toEqual(['t:SCHEDULED'])
    const task = simulation.poll('t')
    const { effects } = simulation.finish(task ?? rowOf(simulation, id, 't'), { output: { v: 1 } })
    expect(effects).toMatchObject([{ type: 'remember', taskName: 't', key: 'x-1', seconds: 60, output: { v: 1 } }])
  })

  it('begins the work of a system task', () => {
    const { simulation, id } = stage(
      system('HTTP', 't', {
        inputParameters: { uri: 'http://a.example', method: 'GET' },
        cacheConfig: { key: 'k', ttlInSecond: 1 },
      }),
    )
    expect(simulation.workflow(id).status).toBe('COMPLETED')
    expect(rowOf(simulation, id, 't').outputData).not.toHaveProperty('_cachedResponse')
  })

  it('that is a hit ends the row as if nobody ever polled', () => {
    const { simulation, id, task } = asking()
    const hit = decide(
      simulation.execution,
      { type: 'recalled', taskId: task.taskId, output: { v: 2 } },
      simulation.context,
    )
    expect(hit.effects).toEqual([])
    expect(hit.changes.workflow).toMatchObject({ workflowId: id, status: 'COMPLETED' })
    expect(hit.changes.updated).toMatchObject([
      { status: 'COMPLETED', pollCount: 0, outputData: { v: 2, _cachedResponse: true }, state: null },
    ])
  })

  it('is not heard twice, nor by a row that did not ask', () => {
    const { simulation, id } = stage(cached())
    const { taskId } = rowOf(simulation, id, 't')
    expect(simulation.send(id, { type: 'recalled', taskId, output: {} }).changes.updated).toEqual([])
  })

  it('comes to a paused workflow: the work begins when it goes on', () => {
    const { simulation, task } = asking(system('YIELD', 't', { cacheConfig: { key: 'k', ttlInSecond: 1 } }))
    const { execution, context } = simulation
    applyDecision(execution, decide(execution, { type: 'pause' }, context))
    applyDecision(execution, decide(execution, { type: 'recalled', taskId: task.taskId, output: null }, context))
    expect(execution.tasks.get(task.taskId)?.status).toBe('SCHEDULED')
    applyDecision(execution, decide(execution, { type: 'resume' }, context))
    expect(execution.tasks.get(task.taskId)?.status).toBe('IN_PROGRESS')
  })
})

/** An execution whose row waits for the cache. */
function asking(task: WorkflowTaskInput = cached()) {
  const { simulation, id } = stage(task)
  const done = simulation.executions.get(id)
  if (!done) throw new Error('no execution')
  const context = simulation.context()
  const { execution } = { execution: done }
  applyDecision(
    execution,
    decide(execution, { type: 'terminate', reason: null, triggerFailureWorkflow: false }, context),
  )
  applyDecision(execution, decide(execution, { type: 'restart', latest: null }, context))
  const row = [...execution.tasks.values()].find(({ status }) => status === 'IN_PROGRESS')
  if (!row) throw new Error('nobody asks')
  return { simulation: { execution, context }, id, task: row }
}

describe('a result is kept', () => {
  const finish = (result: object, more: Parameters<typeof workflow>[2] = {}) => {
    const { simulation, id } = stage(cached({ retryCount: 1 }), more)
    const { effects } = simulation.finish(simulation.poll('t') ?? rowOf(simulation, id, 't'), result)
    return { simulation, id, kept: effects.filter((effect) => effect.type === 'remember') }
  }

  it('not when the task failed; another attempt does the work and is kept', () => {
    const { simulation, id, kept } = finish({ status: 'FAILED', output: { v: 1 } })
    expect(kept).toEqual([])
    expect(rowsOf(simulation, id)).toEqual(['t:FAILED', 't:SCHEDULED'])
    simulation.advance(60_000)
    const { effects } = simulation.finish(simulation.poll('t') ?? rowOf(simulation, id, 't'), { output: { v: 2 } })
    expect(effects).toMatchObject([{ type: 'remember', output: { v: 2 } }])
  })

  it('not with fields that are masked', () => {
    expect(finish({ output: { deep: { pin: 1 } } }, { maskedFields: ['pin'] }).kept).toEqual([])
    expect(finish({ output: { _masked: { a: 1 } } }).kept).toEqual([])
  })

  it('not beyond the limit of its size', () => {
    const simulation = play({ workflows: [workflow('w', [cached()])], limits: { cachedResultBytes: 100 } })
    const id = simulation.start('w', { a: 'x' })
    const task = simulation.poll('t') ?? rowOf(simulation, id, 't')
    expect(simulation.finish(task, { output: { v: 'x'.repeat(100) } }).effects).toEqual([])
  })
})
