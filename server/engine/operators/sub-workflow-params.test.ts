import { describe, expect, test } from 'vitest'
import { childOf, play, rowOf, rowsOf, simple, sub, system, work, workflow } from '@/server/engine/testing/play'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowDefInput, WorkflowTaskInput } from '@/server/model/workflow-def'

type Param = NonNullable<WorkflowTaskInput['subWorkflowParam']>

const versions = [1, 2].map((version) => workflow('child', [simple('inner')], { version }))

/** The child that a parent with these parameters starts. */
function childBy(subWorkflowParam: Param, input = {}, inputParameters = {}) {
  const parent = workflow('parent', [sub('s', '', { subWorkflowParam, inputParameters })])
  const sim = play({ workflows: [parent, ...versions] })
  const id = sim.start('parent', input, { correlationId: 'c', priority: 3 })
  return { sim, id, child: sim.workflow(childOf(sim, id, 's')) }
}

describe('which child', () => {
  test.each<[string, Param, number]>([
    ['case 257: version 0 is the latest', { name: 'child', version: 0 }, 2],
    ['case 258: an explicit version', { name: 'child', version: 1 }, 1],
    ['case 262: no version is the latest', { name: 'child', version: null }, 2],
    ['case 262: an empty version too', { name: 'child', version: '' as never }, 2],
    ['a version by an expression', { name: 'child', version: '${workflow.input.v}' as never }, 1],
    ['case 263: a name by an expression', { name: '${workflow.input.n}', version: 2 }, 2],
    ['case 261: an idempotency key', { name: 'child', version: 2, idempotencyKey: 'k' }, 2],
    [
      'case 261: an idempotency key with a strategy',
      { name: 'child', version: 2, idempotencyKey: 'k', idempotencyStrategy: 'RETURN_EXISTING' },
      2,
    ],
  ])('%s', (_sentence, param, version) => {
    const { sim, id, child } = childBy(param, { n: 'child', v: 1 })
    expect(child).toMatchObject({ workflowName: 'child', workflowVersion: version, correlationId: 'c' })
    work(sim, 'inner')
    expect(rowOf(sim, id, 's').inputData.subWorkflowVersion).toBe(version)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

test('a strategy without a key takes the parent’s key along', () => {
  const keyOf = (param: Param) => {
    const parent = workflow('parent', [sub('s', '', { subWorkflowParam: param })])
    const sim = play({ workflows: [parent, ...versions] })
    return sim.workflow(childOf(sim, sim.start('parent', {}, { idempotencyKey: 'order-7' }), 's')).idempotencyKey
  }
  expect(keyOf({ name: 'child', idempotencyStrategy: 'FAIL' })).toBe('order-7')
  expect(keyOf({ name: 'child', idempotencyKey: 'own', idempotencyStrategy: 'FAIL' })).toBe('own')
  expect(keyOf({ name: 'child' })).toBeNull()
})

test('case 259: its priority is the given one, not the parent’s', () => {
  expect(childBy({ name: 'child', priority: 42 }).child.priority).toBe(42)
  expect(childBy({ name: 'child', priority: '${workflow.input.p}' as never }, { p: 7 }).child.priority).toBe(7)
  expect(childBy({ name: 'child' }).child.priority).toBe(0)
})

test('case 260: an inline definition marks the child’s input, a registered one does not', () => {
  const inline = { name: 'made', tasks: [simple('inner')] } as WorkflowDefInput
  const made = childBy({ name: 'made', workflowDefinition: inline as never }, {}, { v: 1 })
  expect(made.child.input).toEqual({ v: 1, _systemMetadata: { dynamic: true } })
  expect(childBy({ name: 'child' }, {}, { v: 1 }).child.input).toEqual({ v: 1 })
})

test('an input named workflowInput is one among others, as recorded', () => {
  const input = { other: 1, workflowInput: { v: 2 } }
  expect(childBy({ name: 'child' }, {}, input).child.input).toEqual(input)
})

test('case 264: without a mapping of the parent the child’s tasks have no domain', () => {
  const { sim, child } = childBy({ name: 'child' })
  expect(rowOf(sim, child.workflowId, 'inner').domain).toBeNull()
})

describe('a definition that another task builds', () => {
  const pick = system('SWITCH', 'pick', {
    evaluatorType: 'value-param',
    expression: 'i',
    inputParameters: { i: '${lp.output.iteration}' },
    decisionCases: { '2': [simple('high_task')] },
  })
  const inline = (ref: string, expression: string, more = {}) =>
    system('INLINE', ref, { inputParameters: { evaluatorType: 'javascript', expression, ...more } })
  const built = workflow(
    'built',
    [
      system('DO_WHILE', 'lp', { loopCondition: '$.lp.iteration < 2', loopOver: [inline('n', '1'), pick] }),
      inline('sum', '({ loopsDone: $.i, allDone: $.i === 2 })', { i: '${lp.output.iteration}' }),
    ],
    {
      outputParameters: { loopsDone: '${sum.output.result.loopsDone}', allDone: '${sum.output.result.allDone}' },
    },
  )
  const parent = workflow('w', [
    inline('builder', '$.def', { def: '${workflow.input.def}' }),
    sub('s', '', { subWorkflowParam: { name: 'built', workflowDefinition: '${builder.output.result}' } }),
  ])

  test('cases 254, 255 and 256: runs without being registered, each task in the turn it belongs to', () => {
    const sim = play({ workflows: [parent] })
    const id = sim.start('w', { def: built as never })
    const child = childOf(sim, id, 's')
    expect(rowsOf(sim, child).filter((row) => row.startsWith('high_task'))).toEqual(['high_task__2:SCHEDULED'])
    work(sim, 'high_task')
    expect(sim.workflow(child).output).toEqual({ loopsDone: 2, allDone: true })
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })
})

describe('ends', () => {
  test('case 266: a child that times out, and another one where the task is retried', () => {
    const timed = { ...versions[0]!, timeoutSeconds: 5, timeoutPolicy: 'TIME_OUT_WF' as const }
    const once = play({ workflows: [workflow('w', [sub('s', 'child')]), timed] })
    const id = once.start('w')
    once.advance(5_000)
    expect(rowsOf(once, id)).toEqual(['s:TIMED_OUT'])
    expect(once.workflow(id).status).toBe('TIMED_OUT')
    const twice = play({ workflows: [workflow('w', [sub('s', 'child', { retryCount: 1 })]), timed] })
    const again = twice.start('w')
    const first = childOf(twice, again, 's')
    twice.advance(5_000)
    expect(rowsOf(twice, again)).toEqual(['s:TIMED_OUT', 's:SCHEDULED'])
    twice.advance(60_000)
    expect(rowsOf(twice, again).slice(0, 2)).toEqual(['s:TIMED_OUT', 's:IN_PROGRESS'])
    expect(childOf(twice, again, 's')).not.toBe(first)
  })

  test('case 203: the parent of a terminated child names the child’s reason', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child')]), ...versions] })
    const id = sim.start('w')
    sim.send(childOf(sim, id, 's'), { type: 'terminate', reason: 'by hand', triggerFailureWorkflow: false })
    expect(rowsOf(sim, id)).toEqual(['s:CANCELED'])
    expect(sim.workflow(id).status).toBe('TERMINATED')
    expect(sim.workflow(id).reasonForIncompletion).toMatch(/Sub workflow child\.1\/.* failure reason: by hand/)
  })

  test('cases 187 and 267: looking again starts no second child, and no row names a child that is not there', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child', { retryCount: 2 })]), ...versions] })
    const id = sim.start('w')
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      sim.send(id, { type: 'wake' })
      sim.send(id, { type: 'wake' })
      expect(sim.executions.size).toBe(attempt + 1)
      const named = sim.tasks(id).map((task) => sim.executions.has(task.subWorkflowId!))
      expect(named).toEqual(Array(attempt).fill(true))
      work(sim, 'inner', { status: 'FAILED_WITH_TERMINAL_ERROR' })
      sim.advance(60_000)
    }
    expect(sim.workflow(id).status).toBe('FAILED')
  })

  test('case 186: a child whose row had to wait starts by itself', () => {
    const sim = play({ workflows: [workflow('w', [sub('s', 'child', { startDelay: 5 })]), ...versions] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['s:SCHEDULED'])
    sim.advance(5_000)
    expect(rowsOf(sim, id)).toEqual(['s:IN_PROGRESS'])
  })
})

describe('a DYNAMIC task that turns out to be a SUB_WORKFLOW', () => {
  const parent = workflow('parent', [
    system('DYNAMIC', 'd', {
      dynamicTaskNameParam: 'taskToExecute',
      inputParameters: {
        taskToExecute: 'SUB_WORKFLOW',
        subWorkflowName: '${workflow.input.name}',
        subWorkflowVersion: '${workflow.input.version}',
        subWorkflowDefinition: '${workflow.input.definition}',
        n: 1,
      },
    }),
  ])
  const begin = (input: JsonObject) => {
    const sim = play({ workflows: [parent, ...versions] })
    const id = sim.start('parent', input)
    return { sim, id }
  }

  test('names its child and the version, and gives it its whole input', () => {
    const { sim, id } = begin({ name: 'child', version: 1 })
    const child = sim.workflow(childOf(sim, id, 'd'))
    expect(child).toMatchObject({
      workflowName: 'child',
      workflowVersion: 1,
      input: { n: 1, subWorkflowName: 'child' },
    })
    work(sim, 'inner')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('or has the definition in its input, which needs no other name', () => {
    const { sim, id } = begin({ definition: { name: 'made', tasks: [{ name: 'x', taskReferenceName: 'x' }] } })
    const child = sim.workflow(childOf(sim, id, 'd'))
    expect(child).toMatchObject({ workflowName: 'made', input: { n: 1, _systemMetadata: { dynamic: true } } })
    work(sim, 'x')
    expect(rowOf(sim, id, 'd').status).toBe('COMPLETED')
  })

  test('what is no definition fails the task', () => {
    const { sim, id } = begin({ name: 'child', definition: { name: 'made', tasks: 5 } })
    expect(rowOf(sim, id, 'd')).toMatchObject({
      status: 'FAILED',
      reasonForIncompletion: 'The workflowDefinition of d is not a workflow definition.',
    })
  })
})

test('a definition that a jump brings along is checked like any other', () => {
  const sim = play({ workflows: [workflow('parent', [simple('a'), sub('s', 'child')]), ...versions] })
  const id = sim.start('parent')
  sim.send(id, { type: 'jump', ref: 's', taskInput: { subWorkflowDefinition: { tasks: 5 } } })
  expect(rowOf(sim, id, 's').status).toBe('FAILED')
})

test('another attempt gives its child what the first one gave, and shows what its expressions yield now', () => {
  const tasks = [sub('s', 'child', { inputParameters: { why: '${s.status}' } })]
  const sim = play({ workflows: [workflow('w', tasks), ...versions] })
  const id = sim.start('w')
  const before = rowOf(sim, id, 's').inputData
  work(sim, 'inner', { status: 'FAILED_WITH_TERMINAL_ERROR' })
  sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
  expect(rowOf(sim, id, 's').inputData).toEqual({ ...before, why: 'FAILED' })
  expect(sim.workflow(childOf(sim, id, 's')).input).toEqual({ why: null })
})
