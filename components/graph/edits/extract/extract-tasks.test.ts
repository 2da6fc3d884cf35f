import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { scopeProblems } from '@/components/graph/scope/scope-problems'
import { isBuiltTaskType } from '@/components/graph/task-catalog'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { type Extraction, extractTasks } from './extract-tasks'

const simple = (name: string, inputParameters: GraphTask['inputParameters'] = {}): GraphTask => ({
  name,
  taskReferenceName: name,
  type: 'SIMPLE',
  inputParameters,
})

function extract(definition: Definition, ...at: number[]): Extraction {
  const extracted = extractTasks(
    definition,
    at.map((index) => ['tasks', index]),
    'part',
  )
  if ('refusal' in extracted) throw new Error(extracted.refusal)
  return extracted
}

function refusalOf(definition: Definition, ...paths: (string | number)[][]): string {
  const extracted = extractTasks(definition, paths, 'part')
  return 'refusal' in extracted ? extracted.refusal : 'none'
}

const orders: Definition = {
  name: 'orders',
  ownerEmail: 'ann@example.org',
  tasks: [
    simple('price', { cart: '${workflow.input.cart}' }),
    simple('charge', {
      total: '${price.output.total}',
      card: '${workflow.input.customer.card}',
      id: '${workflow.workflowId}',
    }),
    simple('receipt', {
      charge: '${charge.output.id}',
      key: '${workflow.secrets.MAIL}',
      text: '${price.output.total} EUR',
    }),
    simple('ship', { receipt: '${receipt.output}', charge: '${charge.output.id}' }),
  ],
  outputParameters: { charge: '${charge.output.id}' },
}

test('what the tasks read of their surroundings becomes the input, what is read of them the output', () => {
  const { child, parent, task } = extract(orders, 1, 2)
  expect(child).toEqual({
    name: 'part',
    description: 'Part of orders.',
    version: 1,
    schemaVersion: 2,
    ownerEmail: 'ann@example.org',
    inputParameters: ['customer', 'total', 'workflowId'],
    outputParameters: { receipt: '${receipt.output}', id: '${charge.output.id}' },
    tasks: [
      simple('charge', {
        total: '${workflow.input.total}',
        card: '${workflow.input.customer.card}',
        id: '${workflow.input.workflowId}',
      }),
      simple('receipt', {
        charge: '${charge.output.id}',
        key: '${workflow.secrets.MAIL}',
        text: '${workflow.input.total} EUR',
      }),
    ],
  })
  expect(task).toEqual({
    name: 'part',
    taskReferenceName: 'part_ref',
    type: 'SUB_WORKFLOW',
    inputParameters: {
      customer: '${workflow.input.customer}',
      total: '${price.output.total}',
      workflowId: '${workflow.workflowId}',
    },
    subWorkflowParam: { name: 'part', version: 1 },
  })
  expect(parent.tasks).toEqual([
    orders.tasks?.[0],
    task,
    simple('ship', { receipt: '${part_ref.output.receipt}', charge: '${part_ref.output.id}' }),
  ])
  expect(parent.outputParameters).toEqual({ charge: '${part_ref.output.id}' })
  expect(parent.tasks?.[0]).toBe(orders.tasks?.[0])
})

test('a JOIN and the condition of a loop around follow', () => {
  const loop: GraphTask = {
    name: 'loop',
    taskReferenceName: 'loop',
    type: 'DO_WHILE',
    loopCondition: "$.ask['done'] !== true && $.loop['iteration'] < 3",
    loopOver: [simple('ask'), simple('pause')],
  }
  const fork: GraphTask = { name: 'f', taskReferenceName: 'f', type: 'FORK_JOIN', forkTasks: [[loop], [simple('b')]] }
  const join: GraphTask = { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['loop', 'b'] }
  const definition: Definition = { name: 'w', tasks: [fork, join] }
  const body = extractTasks(definition, [['tasks', 0, 'forkTasks', 0, 0, 'loopOver', 0]], 'asking') as Extraction
  expect(body.child.outputParameters).toEqual({ ask: '${ask.output}' })
  expect(body.parent.tasks?.[0]?.forkTasks?.[0]?.[0]?.loopCondition).toBe(
    "$.asking_ref.ask['done'] !== true && $.loop['iteration'] < 3",
  )
  const whole = extractTasks(definition, [['tasks', 0, 'forkTasks', 0, 0]], 'whole') as Extraction
  expect(whole.parent.tasks?.[1]?.joinOn).toEqual(['whole_ref', 'b'])
  expect(whole.child.tasks).toEqual([loop])
})

test('a JOIN goes on waiting for a task deep in its branch', () => {
  const choice: GraphTask = { ...simple('s'), type: 'SWITCH', defaultCase: [simple('deep')] }
  const fork: GraphTask = { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[choice]] }
  const join: GraphTask = { ...simple('j'), type: 'JOIN', joinOn: ['deep'] }
  const path = ['tasks', 0, 'forkTasks', 0, 0, 'defaultCase', 0]
  const { parent } = extractTasks({ name: 'w', tasks: [fork, join] }, [path], 'part') as Extraction
  expect(parent.tasks?.[1]?.joinOn).toEqual(['part_ref'])
})

test('what a JOIN waits for in the middle of the selection does not move', () => {
  const fork: GraphTask = { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[simple('a'), simple('b')]] }
  const join: GraphTask = { ...simple('j'), type: 'JOIN', joinOn: ['a'] }
  const branch = ['tasks', 0, 'forkTasks', 0]
  const extracted = extractTasks(
    { name: 'w', tasks: [fork, join] },
    [
      [...branch, 0],
      [...branch, 1],
    ],
    'part',
  )
  expect(extracted).toEqual({ refusal: 'j waits for a, which is not the last of what is selected.' })
})

test('variables go along with who sets them', () => {
  const set: GraphTask = { name: 's', taskReferenceName: 's', type: 'SET_VARIABLE', inputParameters: { count: 1 } }
  const read = simple('r', { count: '${workflow.variables.count}', other: '${workflow.variables.other}' })
  const { child, task } = extract({ name: 'w', variables: { count: 0 }, tasks: [set, read, simple('z')] }, 0, 1)
  expect(child.variables).toEqual({ count: 0 })
  expect(child.tasks?.[1]?.inputParameters).toEqual({
    count: '${workflow.variables.count}',
    other: '${workflow.input.other}',
  })
  expect(task.inputParameters).toEqual({ other: '${workflow.variables.other}' })
  expect(refusalOf({ name: 'w', tasks: [set, read] }, ['tasks', 0])).toContain('variable count is set inside')
})

test('what would do something else in a workflow of its own is refused with the reason', () => {
  const end: GraphTask = { name: 'e', taskReferenceName: 'e', type: 'TERMINATE', inputParameters: {} }
  expect(refusalOf({ name: 'w', tasks: [simple('a'), end] }, ['tasks', 1])).toContain('e cannot move')
  expect(
    refusalOf({ name: 'w', tasks: [simple('a'), simple('b'), simple('c')] }, ['tasks', 0], ['tasks', 2]),
  ).toContain('in a row')
  const mixed = simple('b', { x: '${a.output.list[${c.output.at}]}' })
  expect(refusalOf({ name: 'w', tasks: [simple('c'), simple('a'), mixed] }, ['tasks', 1])).toContain('and what is not')
  const fork: GraphTask = {
    name: 'f',
    taskReferenceName: 'f',
    type: 'FORK_JOIN',
    forkTasks: [[simple('a')], [simple('b')]],
  }
  const join: GraphTask = { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['a', 'b'] }
  const member = { name: 'w', tasks: [fork, join, simple('c', { x: '${j.output.a.y}' })] }
  expect(refusalOf(member, ['tasks', 0, 'forkTasks', 0, 0])).toContain('read ${a.output} instead')
})

test('what is remembered from turn to turn of a loop stays in it', () => {
  const set: GraphTask = { ...simple('s', { n: '${workflow.variables.n}' }), type: 'SET_VARIABLE' }
  const loop = (...loopOver: GraphTask[]): Definition => ({
    name: 'w',
    tasks: [{ ...simple('loop'), type: 'DO_WHILE', loopOver }],
  })
  const body = (index: number) => ['tasks', 0, 'loopOver', index]
  expect(refusalOf(loop(set), body(0))).toContain('variable n keeps its value between the turns')
  const last = loop(simple('a', { before: '${b.output.x}' }), simple('b', { now: '${a.output.x}' }))
  expect(refusalOf(last, body(0), body(1))).toContain('${b.output.x} may be that of an earlier turn')
  expect(refusalOf(last, body(1))).toBe('none')
})

/** What the analysis and the server's rules say, without the names of who says it. */
function errorsOf(definition: Definition): number {
  const rules = validateWorkflowDef(workflowDefSchema.parse(definition), { isBuiltTaskType })
  return [...rules, ...scopeProblems(definition)].filter(({ severity }) => severity !== 'info').length
}

test('both workflows of any extraction are no worse than the one before', () => {
  fc.assert(
    fc.property(randomDefinition, fc.nat(), (definition, pick) => {
      const located = [...allTasks(definition)]
      const at = located[pick % Math.max(1, located.length)]
      if (at === undefined) return
      const before = JSON.stringify(definition)
      const extracted = extractTasks(definition, [at.path], 'part')
      expect(JSON.stringify(definition)).toBe(before)
      if ('refusal' in extracted) return
      const { child, parent } = extracted
      expect(errorsOf(child) + errorsOf(parent)).toBeLessThanOrEqual(errorsOf(definition))
      expect([...allTasks(child)].length + [...allTasks(parent)].length).toBe(located.length + 1)
    }),
    { numRuns: 200 },
  )
}, 20_000)
