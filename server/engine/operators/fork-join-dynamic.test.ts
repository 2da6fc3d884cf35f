import { describe, expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, system, work, workflow } from '@/server/engine/testing/play'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

const listed = { dynamicForkTasksParam: 'tasks', dynamicForkTasksInputParamName: 'inputs' }

function forked(inputParameters: WorkflowTaskInput['inputParameters'], more: Partial<WorkflowTaskInput> = listed) {
  return workflow('w', [
    system('FORK_JOIN_DYNAMIC', 'd', { inputParameters, ...more }),
    system('JOIN', 'j'),
    simple('z'),
  ])
}

const two = [
  { name: 'x', taskReferenceName: 'xdt1' },
  { name: 'x', taskReferenceName: 'xdt2' },
]

test('two that begin together name their branches differently', () => {
  const same = (ref: string) => [
    system('FORK_JOIN_DYNAMIC', ref, { inputParameters: { forkTaskName: 'x', forkTaskInputs: [{ from: ref }] } }),
    system('JOIN', `${ref}j`),
  ]
  const sim = play({ workflows: [workflow('w', fork('f', [same('a'), same('b')]))] })
  const id = sim.start('w')
  for (let branch = 0; branch < 2; branch += 1) work(sim, 'x')
  expect(sim.workflow(id).status).toBe('COMPLETED')
  expect(
    sim
      .tasks(id)
      .filter(({ taskType }) => taskType === 'x')
      .map((row) => row.inputData.from),
  ).toEqual(['a', 'b'])
})

test('what nobody defined is not tried again in a branch, and three times elsewhere', () => {
  const sim = play({ workflows: [forked({ tasks: two.slice(0, 1), inputs: {} }), workflow('v', [simple('y')])] })
  const [branch, plain] = [sim.start('w'), sim.start('v')]
  work(sim, 'x', { status: 'FAILED' })
  work(sim, 'y', { status: 'FAILED' })
  expect([sim.workflow(branch).status, sim.workflow(plain).status]).toEqual(['FAILED', 'RUNNING'])
})

describe('a list of tasks and a map of inputs', () => {
  test('cases 90, 91 and 92: a branch for each task with its own input, and the join has all outputs', () => {
    const sim = play({ workflows: [forked({ tasks: two, inputs: { xdt1: { k: 1 }, xdt2: { k: 2 } } })] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['d:COMPLETED', 'xdt1:SCHEDULED', 'xdt2:SCHEDULED', 'j:IN_PROGRESS'])
    expect(rowOf(sim, id, 'j').inputData).toEqual({ joinOn: ['xdt1', 'xdt2'] })
    expect(rowOf(sim, id, 'xdt2').inputData).toEqual({ k: 2 })
    work(sim, 'x', { output: { r: 1 } })
    work(sim, 'x', { output: { r: 2 } })
    expect(rowOf(sim, id, 'j').outputData).toEqual({ xdt1: { r: 1 }, xdt2: { r: 2 } })
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })

  test('cases 93 and 94: one fails, all others are canceled; a retry puts the same join back to work', () => {
    const sim = play({
      workflows: [forked({ tasks: two, inputs: {} })],
      taskDefs: [{ name: 'x', retryCount: 0 }],
    })
    const id = sim.start('w')
    work(sim, 'x', { status: 'FAILED' })
    expect(rowsOf(sim, id).slice(1)).toEqual(['xdt1:FAILED', 'xdt2:CANCELED', 'j:CANCELED'])
    const joinId = rowOf(sim, id, 'j').taskId
    sim.send(id, { type: 'retry', resumeSubworkflowTasks: false })
    expect(rowOf(sim, id, 'j')).toMatchObject({ taskId: joinId, status: 'IN_PROGRESS', retryCount: 0 })
    work(sim, 'x')
    work(sim, 'x')
    work(sim, 'z')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 98: no branches, the join is complete', () => {
    const sim = play({ workflows: [forked({ tasks: [], inputs: {} })] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['d:COMPLETED', 'j:COMPLETED', 'z:SCHEDULED'])
  })

  test('cases 99, 100 and 273: bad input fails the workflow and leaves no rows', () => {
    const reasonFor = (inputs: JsonObject): string | null => {
      const sim = play({
        workflows: [forked({ tasks: '${workflow.input.tasks}', inputs: '${workflow.input.inputs}' })],
      })
      const id = sim.start('w', inputs)
      expect(sim.workflow(id).status).toBe('FAILED')
      expect(rowsOf(sim, id)).toEqual([])
      return sim.workflow(id).reasonForIncompletion
    }
    expect(reasonFor({ tasks: 'oops', inputs: {} })).toBe(
      "Input 'tasks' is invalid. Cannot deserialize a list of Workflow Tasks from 'oops'",
    )
    expect(reasonFor({ tasks: [{ name: 'x' }], inputs: {} })).toContain('Cannot deserialize')
    expect(reasonFor({ tasks: two, inputs: 'text' })).toContain('is not a map')
    expect(reasonFor({ tasks: two, inputs: { xdt1: 'text' } })).toContain('due to invalid input')
    expect(reasonFor({ tasks: two, inputs: null })).toContain('is not a map')
  })

  test('of two branches of one name the first runs', () => {
    const tasks = [two[0] ?? null, { ...two[0], type: 'NOOP' }]
    const sim = play({ workflows: [forked({ tasks, inputs: {} })] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['d:COMPLETED', 'xdt1:SCHEDULED', 'j:IN_PROGRESS'])
    for (const type of ['x', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  const choice = (ref: string, tasks: WorkflowTaskInput[]): WorkflowTaskInput => ({
    ...system('SWITCH', ref, { evaluatorType: 'value-param', expression: 'k', inputParameters: { k: 'a' } }),
    decisionCases: { a: tasks },
  })

  test.each<[string, string, WorkflowTaskInput[]]>([
    ['a choice inside itself', 'x', [choice('x', [simple('x')])]],
    ['a choice inside a choice inside itself', 'x', [choice('x', [choice('y', [choice('x', [])])])]],
    ['a loop inside itself', 'x', [{ ...system('DO_WHILE', 'x'), loopCondition: 'true', loopOver: [simple('x')] }]],
    ['a task in two branches', 'y', [choice('x', [simple('y')]), simple('y')]],
    ['a task of the definition', 'z', [choice('x', [simple('z')])]],
  ])('inside a branch no name comes twice: %s', (_, name, tasks) => {
    const sim = play({ workflows: [forked({ tasks: tasks as never, inputs: {} })] })
    const { status, reasonForIncompletion } = sim.workflow(sim.start('w'))
    expect(status).toBe('FAILED')
    expect(reasonForIncompletion).toMatch(new RegExp(`attempted to create a duplicate task reference name: ${name}$`))
  })

  test.each(['d', 'j'])('no branch has the name of the fork or of its join: %s', (name) => {
    const tasks = [{ name: 'x', taskReferenceName: name }]
    const sim = play({ workflows: [forked({ tasks, inputs: {} })] })
    const id = sim.start('w')
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(sim.workflow(id).reasonForIncompletion).toMatch(new RegExp(`duplicate task reference name: ${name}$`))
    expect(rowsOf(sim, id)).toEqual([])
  })

  test('a choice by script in the last branch leaves no trace with the join that ends with it', () => {
    const choose = { ...choice('c', [system('NOOP', 'y')]), evaluatorType: 'javascript', expression: "'a'" }
    const sim = play({ workflows: [forked({ tasks: [choose] as never, inputs: {} })] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'j')).toMatchObject({ status: 'COMPLETED', inputData: { joinOn: ['y'] } })
    expect(rowsOf(sim, id).at(-1)).toBe('z:SCHEDULED')
  })

  test('case 271: an optional branch that fails leaves the workflow running, which completes with the others', () => {
    const tasks = [
      { name: 'x', taskReferenceName: 'xdt1', optional: true, retryCount: 0 },
      { name: 'x', taskReferenceName: 'xdt2' },
    ]
    const sim = play({ workflows: [forked({ tasks, inputs: {} })] })
    const id = sim.start('w')
    work(sim, 'x', { status: 'FAILED' })
    expect(rowOf(sim, id, 'xdt1').status).toBe('COMPLETED_WITH_ERRORS')
    expect(sim.workflow(id).status).toBe('RUNNING')
    for (const type of ['x', 'z']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 272: a child without a name of its own, and nothing in the map', () => {
    const param = { name: 'c', version: 1 }
    const tasks = [{ taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: param }]
    const sim = play({ workflows: [forked({ tasks, inputs: {} }), workflow('c', [simple('inner')])] })
    const id = sim.start('w')
    expect(rowsOf(sim, id)).toEqual(['d:COMPLETED', 's:IN_PROGRESS', 'j:IN_PROGRESS'])
    expect(sim.executions.has(rowOf(sim, id, 's').subWorkflowId!)).toBe(true)
  })

  test('case 274: a branch with its own retryCount is tried again behind the join', () => {
    const tasks = [{ ...two[0], retryCount: 2 }, two[1] ?? {}]
    const sim = play({
      workflows: [forked({ tasks, inputs: {} })],
      taskDefs: [{ name: 'x', retryCount: 0, retryDelaySeconds: 0 }],
    })
    const id = sim.start('w')
    work(sim, 'x', { status: 'FAILED' })
    expect(rowsOf(sim, id)).toEqual(['d:COMPLETED', 'xdt1:FAILED', 'xdt2:SCHEDULED', 'j:IN_PROGRESS', 'xdt1:SCHEDULED'])
    work(sim, 'x')
    work(sim, 'x')
    work(sim, 'z')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('a branch may be a whole structure: its switch runs to the end before the join', () => {
    const nested = {
      name: 'sw',
      taskReferenceName: 'sw',
      type: 'SWITCH',
      evaluatorType: 'value-param',
      expression: 'k',
      inputParameters: { k: 'a' },
      decisionCases: { a: [simple('s1'), simple('s2')] },
    }
    const sim = play({ workflows: [forked({ tasks: [nested as never], inputs: {} })] })
    const id = sim.start('w')
    work(sim, 's1')
    work(sim, 's2')
    work(sim, 'z')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 276: CPEWF_TASK_ID in a branch is the id of each attempt', () => {
    const tasks = [{ ...two[0], retryCount: 2 }]
    const sim = play({
      workflows: [forked({ tasks, inputs: '${workflow.input.inputs}' })],
      taskDefs: [{ name: 'x', retryDelaySeconds: 0 }],
    })
    const id = sim.start('w', { inputs: { xdt1: { id: '${CPEWF_TASK_ID}' } } })
    work(sim, 'x', { status: 'FAILED' })
    work(sim, 'x', { status: 'FAILED' })
    const rows = sim.tasks(id).filter((task) => task.referenceTaskName === 'xdt1')
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(row.inputData.id).toBe(row.taskId)
  })
})

describe('the same task for each input', () => {
  test('names count the inputs; what is no map is wrapped', () => {
    const sim = play({ workflows: [forked({ forkTaskName: 'x', forkTaskInputs: [{ v: 1 }, 'text'] }, {})] })
    const id = sim.start('w')
    expect(rowOf(sim, id, '_x_0').inputData).toEqual({ v: 1, __index: 0 })
    expect(rowOf(sim, id, '_x_1').inputData).toEqual({ input: 'text', __index: 1 })
  })

  test('case 275: a second dynamic fork of the same task has its own names', () => {
    const dynamic = (ref: string) => [
      system('FORK_JOIN_DYNAMIC', ref, { inputParameters: { forkTaskName: 'x', forkTaskInputs: [{}] } }),
      system('JOIN', `${ref}_join`),
    ]
    const sim = play({ workflows: [workflow('w', [...dynamic('d1'), ...dynamic('d2')])] })
    const id = sim.start('w')
    work(sim, 'x')
    work(sim, 'x')
    expect(sim.tasks(id).map((task) => task.referenceTaskName)).toContain('_d2_x_0')
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 95: a child workflow for each input', () => {
    const child = workflow('c', [simple('inner')], { outputParameters: { v: '${workflow.input.v}' } })
    const sim = play({
      workflows: [
        forked({ forkTaskWorkflow: 'c', forkTaskWorkflowVersion: '1', forkTaskInputs: [{ v: 7 }] }, {}),
        child,
      ],
    })
    const id = sim.start('w')
    work(sim, 'inner')
    expect(rowOf(sim, id, 'j').outputData).toMatchObject({ _d_0: { v: 7 } })
  })

  test('the oldest form: names, types and inputs in one list', () => {
    const dynamicTasks = [{ taskName: 'x', referenceName: 'x1', type: 'SIMPLE', input: { a: 1 } }]
    const sim = play({ workflows: [forked({ all: { dynamicTasks } }, { dynamicForkJoinTasksParam: 'all' })] })
    const id = sim.start('w')
    expect(rowOf(sim, id, 'x1').inputData).toEqual({ a: 1 })
  })
})

describe('width', () => {
  test('a fork wider than the limit fails the workflow, naming the limit', () => {
    const sim = play({
      workflows: [forked({ forkTaskName: 'x', forkTaskInputs: [1, 2, 3] }, {})],
      limits: { forkWidth: 2 },
    })
    const id = sim.start('w')
    expect(sim.workflow(id).reasonForIncompletion).toContain('limit of 2 (forkWidth)')
  })

  test('2,000 branches join in linear work', () => {
    const inputs = Array.from({ length: 2_000 }, (_, v) => ({ v }))
    const sim = play({ workflows: [forked({ forkTaskName: 'x', forkTaskInputs: inputs }, {})], checked: false })
    const id = sim.start('w')
    for (const task of sim.tasks(id)) if (task.taskType === 'x') sim.finish(task, { output: { v: 1 } })
    expect(Object.keys(rowOf(sim, id, 'j').outputData)).toHaveLength(2_000)
  })
})
