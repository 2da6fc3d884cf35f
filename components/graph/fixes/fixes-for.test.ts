import { describe, expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { ignoredFields } from '@/components/graph/ignored-fields'
import { scopeProblems } from '@/components/graph/scope/scope-problems'
import { isBuiltTaskType } from '@/components/graph/task-catalog'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { workflowDefSchema } from '@/server/model/workflow-def'
import type { FixableProblem } from './fix'
import { fixesFor } from './fixes-for'

interface Found extends FixableProblem {
  readonly severity: string
}

function problemsOf(definition: Definition): Found[] {
  return [
    ...validateWorkflowDef(workflowDefSchema.parse(definition), { isBuiltTaskType }),
    ...scopeProblems(definition),
    ...ignoredFields(definition).map((field) => ({ ...field, severity: 'warning' })),
  ]
}

const task = (reference: string, type: string, more: Partial<GraphTask> = {}): GraphTask => ({
  name: reference,
  taskReferenceName: reference,
  type,
  ...more,
})
const simple = (reference: string, inputParameters: GraphTask['inputParameters'] = {}) =>
  task(reference, 'SIMPLE', { inputParameters })
const price = simple('price')
const fork = (branches: GraphTask[][]) => task('f', 'FORK_JOIN', { forkTasks: branches })
const join = (joinOn: string[]) => task('j', 'JOIN', { joinOn })
const loop = (more: Partial<GraphTask>) => task('l', 'DO_WHILE', { loopOver: [price], loopCondition: 'false', ...more })

/** What is wrong, and the fix that is wanted for it. */
const BROKEN: readonly [string, readonly GraphTask[], Partial<Definition>?][] = [
  ['Use ${price.output.x}', [price, simple('a', { x: 'total: ${pirce.output.x}' })]],
  ['Use ${workflow.input.x}', [simple('a', { x: '${input.x}' })]],
  ['Use ${workflow.input.x}', [simple('a', { x: '${ workflow.input.x }' })]],
  ['Use ${workflow.input.x}', [simple('a', { x: ['${workflow.inputs.x}'] })]],
  ['Use ${price.output.x}', [price, simple('a', { x: '${price.outptu.x}' })]],
  [
    'Use ${workflow.variables.total}',
    [task('v', 'SET_VARIABLE', { inputParameters: { total: 1 } }), simple('a', { x: '${workflow.variables.totla}' })],
  ],
  ['Use ${price.output}', [price], { outputParameters: { x: '${prise.output}' } }],
  ['Call it price_2', [price, price]],
  ['Call it a_b', [simple('a__b')]],
  ['Add inputParameters.http_request', [task('h', 'HTTP')]],
  ['Add inputParameters.queryExpression', [task('q', 'JSON_JQ_TRANSFORM')]],
  ['Add inputParameters.expression', [task('i', 'INLINE')]],
  ['Add evaluatorType', [task('s', 'SWITCH', { expression: 'x', decisionCases: { a: [] } })]],
  ['Add expression', [task('s', 'SWITCH', { evaluatorType: 'value-param', decisionCases: { a: [] } })]],
  ['Add decisionCases', [task('s', 'SWITCH', { evaluatorType: 'value-param', expression: 'x' })]],
  ['Add caseValueParam', [task('s', 'DECISION', { decisionCases: { a: [] } })]],
  ['Add loopCondition', [loop({ loopCondition: null })]],
  ['Add dynamicTaskNameParam', [task('d', 'DYNAMIC')]],
  ['Add dynamicForkTasksParam', [task('d', 'FORK_JOIN_DYNAMIC', { dynamicForkTasksInputParamName: 'x' }), join([])]],
  ['Add a JOIN behind it', [fork([[price]]), simple('b')]],
  ['Remove the empty branch', [fork([[price], []]), join(['price'])]],
  ['Wait for the end of each branch', [fork([[price]]), join(['zz'])]],
  ['Do not wait for zz', [fork([[price]]), join(['price', 'zz'])]],
  ['Let j wait for price', [fork([[price], [simple('b')]]), join(['b']), simple('a', { x: '${price.output}' })]],
  ['Delete it', [task('t', 'TERMINATE', { inputParameters: { terminationStatus: 'FAILED' } }), price]],
  [
    'Make it not optional',
    [task('t', 'TERMINATE', { optional: true, inputParameters: { terminationStatus: 'FAILED' } })],
  ],
  ['End as COMPLETED', [task('t', 'TERMINATE')]],
  ['Keep the date', [task('w', 'WAIT', { inputParameters: { duration: '1s', until: '2030-01-01' } })]],
  ['Make it INLINE', [task('i', 'INLINNE', { inputParameters: { expression: '1' } })]],
  ['Call it inputParameters', [{ name: 'a', taskReferenceName: 'a', inputParamters: { x: 1 } } as GraphTask]],
  ['Remove colour', [{ ...price, colour: 'red' } as GraphTask]],
  ['Call it outputParameters', [price], { ouputParameters: {} } as Partial<Definition>],
  ['Set it to 2', [price], { schemaVersion: 1 }],
  ['Set it to 1', [price], { version: 0 }],
  ['Remove the timeout', [price], { timeoutSeconds: -1 }],
  ['Call it bad_name', [price], { name: 'bad:name' }],
]

describe('each fix puts its problem right and breaks nothing', () => {
  test.each(BROKEN)('%s', (title, tasks, more = {}) => {
    const definition: Definition = { name: 'w', version: 1, schemaVersion: 2, tasks: [...tasks], ...more }
    const problems = problemsOf(definition)
    const problem = problems.find((one) => fixesFor(definition, one).some((fix) => fix.title === title))
    expect(
      problem,
      JSON.stringify(problems.map((one) => [one.message, fixesFor(definition, one).map((fix) => fix.title)])),
    ).toBeDefined()
    const fix = fixesFor(definition, problem as FixableProblem).find((one) => one.title === title)
    const fixed = fix?.apply(definition) as Definition
    const after = problemsOf(fixed)
    expect(after.map(({ message }) => message)).not.toContain(problem?.message)
    expect(after.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(
      problems.filter(({ severity }) => severity === 'error').length,
    )
    expect(after.length).toBeLessThan(problems.length + 1)
  })
})

test('what is put right keeps its place, and the rest its identity', () => {
  const definition: Definition = {
    name: 'w',
    tasks: [price, { name: 'a', inputParamters: { x: 1 }, taskReferenceName: 'a' } as GraphTask],
  }
  const [problem] = ignoredFields(definition)
  const fix = fixesFor(definition, problem as FixableProblem)[0]
  const fixed = fix?.apply(definition)
  expect(Object.keys(fixed?.tasks?.[1] ?? {})).toEqual(['name', 'inputParameters', 'taskReferenceName'])
  expect(fixed?.tasks?.[0]).toBe(definition.tasks?.[0])
})

test('nothing is offered where nothing is obvious', () => {
  const definition: Definition = {
    name: 'w',
    tasks: [simple('a', { x: '${elsewhere.output}' }), simple('b', { x: '${c.output}' }), simple('c')],
  }
  for (const problem of problemsOf(definition)) expect(fixesFor(definition, problem)).toEqual([])
})

test('a fix that renames says so, unless another task keeps the name', () => {
  const fixOf = (...tasks: GraphTask[]) => {
    const definition: Definition = { name: 'w', tasks: [...tasks, simple('reader', { x: '${a__b.output.y}' })] }
    const problem = problemsOf(definition).find(({ pointer }) => pointer.at(-1) === 'taskReferenceName')
    const fix = fixesFor(definition, problem as FixableProblem)[0]
    return { fix, fixed: fix?.apply(definition) }
  }
  const alone = fixOf(simple('a__b'))
  expect(alone.fix?.rename).toEqual({ from: 'a__b', to: 'a_b' })
  expect(alone.fixed?.tasks?.at(-1)?.inputParameters).toEqual({ x: '${a_b.output.y}' })
  expect(fixOf(simple('a'), simple('a')).fix?.rename).toBeUndefined()
})
