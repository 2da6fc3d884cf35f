import { describe, expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { SAMPLES } from '@/server/samples/all-samples'
import { scopeProblems } from './scope-problems'

function simple(reference: string, more: Partial<GraphTask> = {}): GraphTask {
  return { name: reference, taskReferenceName: reference, type: 'SIMPLE', ...more }
}

const reads = (reference: string, source: string, more: Partial<GraphTask> = {}) =>
  simple(reference, { inputParameters: { x: `\${${source}}` }, ...more })

function choice(reference: string, yes: GraphTask[], no: GraphTask[] = []): GraphTask {
  return simple(reference, {
    type: 'SWITCH',
    evaluatorType: 'value-param',
    expression: 'k',
    decisionCases: { yes },
    defaultCase: no,
  })
}

function fork(reference: string, branches: GraphTask[][], joinOn: string[]): GraphTask[] {
  return [
    simple(reference, { type: 'FORK_JOIN', forkTasks: branches }),
    simple(`${reference}_join`, { type: 'JOIN', joinOn }),
  ]
}

function loop(reference: string, body: GraphTask[], more: Partial<GraphTask> = {}): GraphTask {
  return simple(reference, { type: 'DO_WHILE', loopOver: body, loopCondition: '$.again', ...more })
}

const end = (reference: string): GraphTask =>
  simple(reference, { type: 'TERMINATE', inputParameters: { terminationStatus: 'FAILED' } })
const set = (reference: string, name: string): GraphTask =>
  simple(reference, { type: 'SET_VARIABLE', inputParameters: { [name]: 1 } })

function found(tasks: GraphTask[], more: Partial<Definition> = {}): string[] {
  return scopeProblems({ name: 'w', tasks, ...more }).map(({ severity, message }) => `${severity}: ${message}`)
}

describe('what is said', () => {
  test.each<[string, GraphTask[], RegExp]>([
    [
      'later',
      [reads('a', 'b.output'), simple('b')],
      /^warning.*b runs only after this\. The value is always null here/,
    ],
    ['itself', [reads('a', 'a.output')], /^warning.*is this task itself/],
    ['another case', [choice('s', [simple('a')], [reads('b', 'a.output')])], /^warning.*another case of s/],
    [
      'a case behind the switch',
      [choice('s', [simple('a')]), reads('b', 'a.output')],
      /^info.*only in some cases of s/,
    ],
    ['an optional task', [simple('a', { optional: true }), reads('b', 'a.output')], /^info.*may have failed/],
    ['another branch', fork('f', [[simple('a')], [reads('b', 'a.output')]], ['a', 'b']), /^warning.*at the same time/],
    [
      'a branch that nobody waited for',
      [...fork('f', [[simple('a')], [simple('b')]], ['a']), reads('c', 'b.output')],
      /^warning.*at the same time/,
    ],
    [
      'a case in a branch whose JOIN waits for the switch only',
      [...fork('f', [[choice('s', [simple('a')])]], ['s']), reads('c', 'a.output')],
      /^warning.*at the same time/,
    ],
    ['the turn before', [loop('l', [reads('a', 'b.output'), simple('b')])], /^info.*previous turn of l/],
    [
      'a list that may be empty',
      [loop('l', [simple('a')], { items: '${workflow.input.list}' }), reads('b', 'a.output')],
      /^info.*list of l is empty/,
    ],
    [
      'a task that ends the workflow',
      [choice('s', [simple('a'), end('t')]), reads('b', 'a.output')],
      /^warning.*has ended by then/,
    ],
    ['a task behind the end', [end('t'), simple('a'), simple('b')], /^warning: a is never reached/],
    ['a member that no task has', [simple('a'), reads('b', 'a.outputs.x')], /^warning.*a task has no outputs/],
    ['a member that no workflow has', [reads('b', 'workflow.inputs.x')], /^warning.*a workflow has no inputs/],
    [
      'a variable that nobody sets',
      [reads('b', 'workflow.variables.x')],
      /^info.*no task of this workflow sets the variable x/,
    ],
    [
      'a variable that is set later',
      [reads('b', 'workflow.variables.x'), set('v', 'x')],
      /^warning.*the variable x is set only after/,
    ],
    [
      'a child that reads a later task',
      [simple('c', { type: 'SUB_WORKFLOW', subWorkflowParam: { name: '${b.output.n}' } }), simple('b')],
      /^warning.*only after/,
    ],
  ])('of %s', (_name, tasks, expected) => {
    const problems = found(tasks)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
  })
})

describe('silence', () => {
  test.each<[string, GraphTask[], Partial<Definition>?]>([
    ['a task before', [simple('a'), reads('b', 'a.output.x.y[0]')]],
    ['both ways before', [choice('s', [simple('a'), reads('b', 'a.output')], [end('t')]), reads('c', 'b.output')]],
    [
      'joined branches',
      [
        ...fork('f', [[simple('a'), simple('b')], [simple('c')]], ['b', 'c']),
        reads('d', 'a.output'),
        reads('e', 'c.output'),
      ],
    ],
    [
      'the loop around, and its body behind it',
      [loop('l', [simple('a'), reads('b', 'l.output.iteration')]), reads('c', 'a.output')],
    ],
    ['inputs of a condition from its body', [loop('l', [simple('a')], { inputParameters: { x: '${a.output.n}' } })]],
    [
      'secrets, the environment and what Orkes adds',
      [reads('a', 'workflow.secrets.k'), reads('b', 'workflow.env.N'), reads('c', 'workflow.createTime')],
    ],
    [
      'names computed at run time',
      [reads('a', '${workflow.input.which}.output.x'), reads('b', 'workflow.input.l[${workflow.input.i}]')],
    ],
    ['variables set on some way', [choice('s', [set('v', 'x')]), reads('b', 'workflow.variables.x')]],
    ['variables with a first value', [reads('b', 'workflow.variables.x')], { variables: { x: 1 } }],
    ['nobody: that is the validator’s', [reads('a', 'nobody.output')]],
    ['names borne twice', [simple('a'), simple('a'), reads('b', 'a.output')]],
    [
      'outputs of a workflow that may go another way',
      [choice('s', [simple('a')])],
      { outputParameters: { x: '${a.output}' } },
    ],
    [
      'an inline definition, which has a scope of its own',
      [
        simple('c', {
          type: 'SUB_WORKFLOW',
          subWorkflowParam: { name: 'x', workflowDefinition: { tasks: [{ x: '${z.output}' }] } },
        }),
      ],
    ],
    ['a JOIN read from its branch', fork('f', [[reads('a', 'f_join.output')]], ['a'])],
  ])('about %s', (_name, tasks, more) => expect(found(tasks, more)).toEqual([]))

  test('about every sample', () => {
    for (const sample of SAMPLES) {
      const { workflow } = sample.build('http://localhost')
      expect(scopeProblems(workflow), workflow.name).toEqual([])
    }
  })
})

test('ten thousand tasks are analyzed in a moment', () => {
  const tasks = Array.from({ length: 10_000 }, (_, i) =>
    reads(`t${i}`, i === 0 ? 'workflow.input.x' : `t${i - 1}.output`),
  )
  const before = performance.now()
  expect(found(tasks)).toEqual([])
  expect(performance.now() - before).toBeLessThan(3_000)
})
