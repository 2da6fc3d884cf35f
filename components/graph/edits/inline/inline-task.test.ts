import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { extractTasks } from '@/components/graph/edits/extract/extract-tasks'
import { spansOf } from '@/components/graph/edits/selection'
import { mapTasks } from '@/components/graph/map-tasks'
import { nodeIndex } from '@/components/graph/node-index'
import { referencesIn } from '@/components/graph/references'
import { randomFlow } from '@/components/graph/scope/testing/random-flow'
import { type Inlined, inlineTask } from './inline-task'

const simple = (name: string, inputParameters: GraphTask['inputParameters'] = {}): GraphTask => ({
  name,
  taskReferenceName: name,
  type: 'SIMPLE',
  inputParameters,
})

const card = (inputParameters: GraphTask['inputParameters'] = {}, more: Partial<GraphTask> = {}): GraphTask => ({
  name: 'sub',
  taskReferenceName: 'sub',
  type: 'SUB_WORKFLOW',
  inputParameters,
  subWorkflowParam: { name: 'part', version: 1 },
  ...more,
})

function inline(definition: Definition, child: Definition, path: JsonPath = ['tasks', 1]): Inlined {
  const inlined = inlineTask(definition, path, child)
  if ('refusal' in inlined) throw new Error(inlined.refusal)
  return inlined
}

function refusalOf(definition: Definition, child: Definition, path: JsonPath = ['tasks', 1]): string {
  const inlined = inlineTask(definition, path, child)
  return 'refusal' in inlined ? inlined.refusal : 'none'
}

const part: Definition = {
  name: 'part',
  tasks: [
    simple('charge', {
      total: '${workflow.input.total}',
      street: "${workflow.input.customer['street']}",
      text: 'For ${workflow.input.name}, ${workflow.input.count} pieces',
      missing: '${workflow.input.nothing}',
      all: '${workflow.input}',
      key: '${workflow.secrets.MAIL}',
    }),
    simple('receipt', { id: '${charge.output.id}' }),
  ],
  outputParameters: { id: '${charge.output.id}', mail: { to: '${receipt.output.to}' } },
}

test('inputs come from what the task gave, outputs from the tasks in its place, taken names get a number', () => {
  const given = { total: '${price.output.total}', customer: '${workflow.input.who}', name: 'Ann', count: 2 }
  const definition: Definition = {
    name: 'w',
    tasks: [
      simple('price'),
      card(given),
      simple('receipt', { a: '${sub.output.id}', b: '${sub.output.mail.to.name}', c: '${sub.output.mail}' }),
    ],
    outputParameters: { paid: 'by ${sub.output.id}' },
  }
  const inlined = inline(definition, part)
  expect(inlined.renamed).toEqual([{ from: 'receipt', to: 'receipt_2' }])
  expect(inlined.definition).toEqual({
    name: 'w',
    tasks: [
      definition.tasks?.[0],
      simple('charge', {
        total: '${price.output.total}',
        street: "${workflow.input.who['street']}",
        text: 'For Ann, 2 pieces',
        missing: null,
        all: given,
        key: '${workflow.secrets.MAIL}',
      }),
      { ...simple('receipt', { id: '${charge.output.id}' }), taskReferenceName: 'receipt_2' },
      simple('receipt', {
        a: '${charge.output.id}',
        b: '${receipt_2.output.to.name}',
        c: { to: '${receipt_2.output.to}' },
      }),
    ],
    outputParameters: { paid: 'by ${charge.output.id}' },
  })
  expect(inlined.definition.tasks?.[0]).toBe(definition.tasks?.[0])
})

test('a JOIN waits for the last task, and the condition of a loop reads it', () => {
  const loop: GraphTask = {
    ...simple('loop'),
    type: 'DO_WHILE',
    loopCondition: "$.sub['id'] < 3 && $.sub.mail != 1",
    loopOver: [card()],
  }
  const child = { ...part, outputParameters: { id: '${charge.output.id}', mail: '${receipt.output}' } }
  const inLoop = inline({ name: 'w', tasks: [loop] }, child, ['tasks', 0, 'loopOver', 0])
  expect(inLoop.definition.tasks?.[0]?.loopCondition).toBe('$.charge.id < 3 && $.receipt != 1')
  const fork: GraphTask = { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[card()], [simple('b')]] }
  const join: GraphTask = { ...simple('j'), type: 'JOIN', joinOn: ['sub', 'b'] }
  const inFork = inline({ name: 'w', tasks: [fork, join] }, part, ['tasks', 0, 'forkTasks', 0, 0])
  expect(inFork.definition.tasks?.[1]?.joinOn).toEqual(['receipt', 'b'])
})

test('without outputs of its own a workflow gives what its last task gave', () => {
  const definition = { name: 'w', tasks: [simple('a'), card(), simple('z', { id: '${sub.output.id}' })] }
  const inlined = inline(definition, { name: 'part', tasks: [simple('one'), simple('two')] })
  expect(inlined.definition.tasks?.at(-1)?.inputParameters).toEqual({ id: '${two.output.id}' })
})

test('variables and settings of the sub-workflow: what comes along, and what is left behind', () => {
  const set: GraphTask = { ...simple('s', { count: 1 }), type: 'SET_VARIABLE' }
  const child: Definition = {
    name: 'part',
    tasks: [set, simple('r', { count: '${workflow.variables.count}' })],
    variables: { count: 0, unused: 1 },
    timeoutSeconds: 60,
    timeoutPolicy: 'TIME_OUT_WF',
  }
  const inlined = inline({ name: 'w', tasks: [simple('a'), card()] }, child)
  expect(inlined.definition.variables).toEqual({ count: 0 })
  expect(inlined.left).toEqual(['its timeout of 60 s'])
  const reads = simple('x', { v: '${workflow.variables.count}' })
  expect(refusalOf({ name: 'w', tasks: [reads, card()] }, child)).toContain('The variable count is used here and in')
  const other = { name: 'w', variables: { count: 7 }, tasks: [simple('a'), card()] }
  expect(refusalOf(other, child)).toContain('begins with another value')
})

const one = (inputParameters: GraphTask['inputParameters'] = {}): Definition => ({
  name: 'part',
  tasks: [simple('t', inputParameters)],
  outputParameters: { kind: 'fixed', id: '${t.output.id}' },
})
const with_ = (sub: GraphTask, ...after: GraphTask[]): Definition => ({
  name: 'w',
  tasks: [simple('a'), sub, ...after],
})
const flow = (type: string, more: Partial<GraphTask> = {}): GraphTask => ({ ...simple('c'), type, ...more })
const choice = flow('SWITCH', { decisionCases: { x: [simple('t')] } })

test.each<[string, Definition, Definition, JsonPath?]>([
  ['optional: it may fail as a whole', with_(card({}, { optional: true })), one()],
  ['retried as a whole', with_(card({}, { retryCount: 2 })), one()],
  ['domains of their own', with_(card({}, { subWorkflowParam: { name: 'part', taskToDomain: { '*': 'd' } } })), one()],
  ['has no tasks', with_(card()), { name: 'part', tasks: [] }],
  ['fails it starts rescue', with_(card()), { ...one(), failureWorkflow: 'rescue' }],
  ['would end all of this workflow', with_(card()), { name: 'part', tasks: [flow('TERMINATE')] }],
  ['is of the execution of part', with_(card()), one({ x: '${workflow.workflowId}' })],
  ['is known only when it runs', with_(card({ list: '${a.output.all[*]}' })), one({ x: '${workflow.input.list[0]}' })],
  ['stands in a text', with_(card({ who: { n: '${a.output.n}' } })), one({ x: 'to ${workflow.input.who}' })],
  ['which is no task of it but is one here', with_(card()), one({ x: '${a.output.x}' })],
  ['names a task that is known only', with_(card()), one({ x: '${${workflow.input.name}.output}' })],
  ['which no task of part gives', with_(card(), simple('z', { all: '${sub.output}' })), one()],
  ['which no task of part gives', with_(card(), simple('z', { s: '${sub.status}' })), one()],
  ['a run that there would not be', with_(card(), simple('z', { s: '${sub.output.subWorkflowId}' })), one()],
  [
    'only where sub runs',
    {
      name: 'w',
      tasks: [
        flow('SWITCH', { taskReferenceName: 's', decisionCases: { x: [card()] } }),
        simple('z', { k: '${sub.output.kind}' }),
      ],
    },
    one(),
    ['tasks', 0, 'decisionCases', 'x', 0],
  ],
  [
    'waits for sub, and part ends with a SWITCH',
    {
      name: 'w',
      tasks: [
        flow('FORK_JOIN', { taskReferenceName: 'f', forkTasks: [[card()], [simple('b')]] }),
        flow('JOIN', { taskReferenceName: 'j', joinOn: ['sub', 'b'] }),
      ],
    },
    { name: 'part', tasks: [choice] },
    ['tasks', 0, 'forkTasks', 0, 0],
  ],
  [
    'could be that of an earlier turn',
    { name: 'w', tasks: [flow('DO_WHILE', { taskReferenceName: 'l', loopOver: [card()] })] },
    { name: 'part', tasks: [choice, simple('u', { x: '${t.output.x}' })] },
    ['tasks', 0, 'loopOver', 0],
  ],
])('what cannot be done truly is refused: %s', (words, ...given) => {
  expect(refusalOf(...given)).toContain(words)
})

/** Every task reads every other one: what an extraction has to carry over, and the way back has to restore. */
function readingAll(tasks: readonly GraphTask[]): GraphTask[] {
  const all = referencesIn(tasks)
  const reads = Object.fromEntries(all.map((ref) => [ref, `\${${ref}.output.x} of \${workflow.input.order.id}`]))
  return mapTasks(tasks, (task) => ({ ...task, inputParameters: { ...reads, ...task.inputParameters } }))
}

test('what was made a sub-workflow and inlined again is what it was, to the letter', () => {
  let wayBack = 0
  fc.assert(
    fc.property(randomFlow(12), fc.nat(), fc.boolean(), (tasks, pick, isReading) => {
      const definition: Definition = { name: 'w', tasks: isReading ? readingAll(tasks) : [...tasks] }
      const located = [...allTasks(definition)]
      const at = located[pick % Math.max(1, located.length)]
      if (at === undefined) return
      const extracted = extractTasks(definition, [at.path], 'part')
      if ('refusal' in extracted) return
      const [span] = spansOf(definition, [at.path])
      const path = nodeIndex(extracted.parent).byId.get(extracted.task.taskReferenceName)?.path
      expect(path).toEqual([...(span?.list ?? []), span?.start])
      const inlined = inlineTask(extracted.parent, path ?? [], extracted.child)
      if ('refusal' in inlined) {
        expect(inlined.refusal).toMatch(/earlier turn|ends with a|is no task of it/)
        return
      }
      expect(inlined.definition).toEqual(definition)
      wayBack++
    }),
    { numRuns: 300 },
  )
  expect(wayBack).toBeGreaterThan(60)
}, 20_000)
