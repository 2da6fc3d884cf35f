import { describe, expect, it } from 'vitest'
import { isSystemTaskType } from '@/server/model/task-types'
import { type WorkflowDefInput, type WorkflowTaskInput, workflowDefSchema } from '@/server/model/workflow-def'
import type { Problem } from './problem'
import { validateWorkflowDef } from './validate-workflow-def'

const options = { isBuiltTaskType: (type: string) => isSystemTaskType(type) && type !== 'KAFKA_PUBLISH' }
const INLINE = { name: 'a', taskReferenceName: 'a', type: 'INLINE', inputParameters: { expression: '1' } }

function problemsOf(tasks: unknown[], def: Partial<WorkflowDefInput> = {}): readonly Problem[] {
  return validateWorkflowDef(workflowDefSchema.parse({ name: 'w', ...def, tasks }), options)
}
function errorsOf(tasks: unknown[], def: Partial<WorkflowDefInput> = {}): { path: string; message: string }[] {
  return problemsOf(tasks, def)
    .filter((problem) => problem.severity === 'error')
    .map(({ path, message }) => ({ path, message }))
}
function task(type: string, more: Partial<WorkflowTaskInput> = {}): WorkflowTaskInput {
  return { name: 't', taskReferenceName: 't', type, inputParameters: {}, ...more }
}

const root = 'registerWorkflowDef.arg0'
const first = `${root}.tasks[0]`
const body = [INLINE]
const fork = task('FORK_JOIN', { forkTasks: [[INLINE]] })

const RECORDED: readonly [string, unknown[], { path: string; message: string }][] = [
  [
    'bad_wf_duplicate_ref',
    [INLINE, INLINE],
    { path: root, message: 'taskReferenceName: a should be unique across tasks for a given workflowDefinition: w' },
  ],
  [
    'two tasks without a reference name in a loop',
    [
      task('DO_WHILE', {
        loopCondition: 'false',
        loopOver: [
          { ...INLINE, taskReferenceName: '' },
          { ...INLINE, taskReferenceName: '' },
        ],
      }),
    ],
    { path: root, message: 'taskReferenceName: null should be unique across tasks for a given workflowDefinition: w' },
  ],
  [
    'bad_wf_event_no_sink',
    [task('EVENT')],
    { path: first, message: 'sink field is required for taskType: EVENT taskName: t' },
  ],
  [
    'bad_wf_loop_no_condition',
    [task('DO_WHILE', { loopOver: body })],
    { path: first, message: 'loopCondition field is required for taskType: DO_WHILE taskName: t' },
  ],
  [
    'bad_wf_loop_no_over',
    [task('DO_WHILE', { loopCondition: 'false' })],
    { path: first, message: 'loopOver field is required for taskType: DO_WHILE taskName: t' },
  ],
  [
    'bad_wf_no_ref',
    [{ name: 'a', type: 'NOOP' }],
    { path: `${first}.taskReferenceName`, message: 'WorkflowTask taskReferenceName name cannot be empty or null' },
  ],
  [
    'bad_wf_switch_no_evaluator',
    [task('SWITCH', { decisionCases: { a: body } })],
    { path: first, message: 'evaluatorType field is required for taskType: SWITCH taskName: t' },
  ],
  [
    'bad_wf_unknown_ref',
    [{ ...task('NOOP'), name: 'a', inputParameters: { x: '${nobody.output.y}' } }],
    {
      path: root,
      message:
        'taskReferenceName: nobody for given task: a input value: x of input parameter: ${nobody.output.y} is not defined in workflow definition.',
    },
  ],
  [
    'expr_empty_marker',
    [{ ...INLINE, inputParameters: { expression: '0', e: '${}' } }],
    { path: root, message: 'key: e input parameter value:  is not valid' },
  ],
  [
    'expr_space_marker',
    [{ ...INLINE, inputParameters: { expression: '0', e: '${ workflow.input.x }' } }],
    { path: root, message: 'key: e input parameter value:  workflow.input.x  is not valid' },
  ],
  [
    'http_no_request',
    [task('HTTP')],
    {
      path: first,
      message: 'inputParameters.http_request or inputParameters.uri field is required for taskType: HTTP taskName: t',
    },
  ],
  [
    'jq_no_query',
    [task('JSON_JQ_TRANSFORM')],
    {
      path: first,
      message: 'inputParameters.queryExpression field is required for taskType: JSON_JQ_TRANSFORM taskName: t',
    },
  ],
  [
    'terminate_bad_status',
    [task('TERMINATE', { inputParameters: { terminationStatus: 'SOMETIMES' } })],
    {
      path: first,
      message:
        'terminate task must have an terminationStatus parameter and must be set to COMPLETED or FAILED, taskName: t',
    },
  ],
  ['no tasks', [], { path: `${root}.tasks`, message: 'WorkflowTask list cannot be empty' }],
]

const REFUSED: readonly [string, WorkflowTaskInput, RegExp][] = [
  ['an empty fork', task('FORK_JOIN'), /forkTasks should have atleast one task/],
  [
    'half a dynamic fork',
    task('FORK_JOIN_DYNAMIC', { dynamicForkTasksParam: 'x' }),
    /dynamicForkTasksInputParamName field is required/,
  ],
  [
    'a dynamic fork in two ways',
    task('FORK_JOIN_DYNAMIC', { dynamicForkJoinTasksParam: 'x', dynamicForkTasksParam: 'y' }),
    /dynamicForkJoinTasksParam or combination/,
  ],
  [
    'a wait with both',
    task('WAIT', { inputParameters: { duration: '1s', until: '2030-01-01' } }),
    /Both 'duration' and 'until' specified/,
  ],
  [
    'a wait with both, one of them nonsense',
    task('WAIT', { inputParameters: { duration: 'a while', until: '2030-01-01' } }),
    /Wait duration a while is not valid/,
  ],
  [
    'a wait for nonsense',
    task('WAIT', { inputParameters: { duration: 'a while' } }),
    /Wait duration a while is not valid/,
  ],
  [
    'a wait until nonsense',
    task('WAIT', { inputParameters: { until: 'tomorrow' } }),
    /Unsupported Wait Until format tomorrow/,
  ],
  [
    'an optional end',
    task('TERMINATE', { optional: true, inputParameters: { terminationStatus: 'FAILED' } }),
    /cannot be optional/,
  ],
  [
    'a type that is not built',
    task('KAFKA_PUBLISH', { inputParameters: { kafka_request: {} } }),
    /taskType: KAFKA_PUBLISH of task t is not supported/,
  ],
  ['a negative delay', task('SIMPLE', { startDelay: -1 }), /greater than or equal to 0/],
]

const DOUBTFUL: readonly [string, unknown[], Partial<WorkflowDefInput>, RegExp][] = [
  ['bad_wf_bad_email', [INLINE], { ownerEmail: 'nobody' }, /not an e-mail/],
  ['bad_wf_bad_name', [INLINE], { name: 'bad wf:name' }, /characters/],
  ['bad_wf_bad_version', [INLINE], { version: 0 }, /start at 1/],
  ['bad_wf_negative_timeout', [INLINE], { timeoutSeconds: -1 }, /never passes/],
  ['bad_wf_fork_no_join', [fork], {}, /not followed by a JOIN/],
  [
    'fork_empty_branch',
    [task('FORK_JOIN', { forkTasks: [[INLINE], []] }), task('JOIN', { taskReferenceName: 'j' })],
    {},
    /Branch 1 of t is empty/,
  ],
  ['bad_wf_inline_no_expression', [task('INLINE')], {}, /no expression/],
  ['bad_wf_unknown_type', [task('TELEPORT')], {}, /worker must poll for TELEPORT/],
  ['a join on a stranger', [fork, task('JOIN', { taskReferenceName: 'j', joinOn: ['a', 'zz'] })], {}, /joins on zz/],
  [
    'a nested task that names nobody',
    [
      task('DO_WHILE', {
        loopCondition: '1',
        loopOver: [{ ...INLINE, inputParameters: { expression: '${nobody.x}' } }],
      }),
    ],
    {},
    /nobody for given task: a/,
  ],
  ['a status listener without a sink', [INLINE], { workflowStatusListenerEnabled: true }, /nobody hears/],
  ['an HTTP task with a method only', [task('HTTP', { inputParameters: { method: 'GET' } })], {}, /has no uri/],
  [
    'a nameless task in a loop',
    [task('DO_WHILE', { loopCondition: 'false', loopOver: [{ ...INLINE, name: '' }] })],
    {},
    /WorkflowTask name cannot be empty/,
  ],
  [
    'a dynamic fork in three ways',
    [
      task('FORK_JOIN_DYNAMIC', {
        dynamicForkJoinTasksParam: 'x',
        dynamicForkTasksParam: 'y',
        inputParameters: { forkTaskInputs: [] },
      }),
    ],
    {},
    /not followed by a JOIN/,
  ],
  ['an output that names nobody', [INLINE], { outputParameters: { x: '${nobody.output}' } }, /names nobody/],
]

describe('refused, in the recorded words', () => {
  it.each(RECORDED)('%s', (_name, tasks, expected) => {
    expect(errorsOf(tasks)).toEqual([expected])
  })

  it.each(REFUSED)('%s', (_name, wrong, message) => {
    expect(errorsOf([wrong]).map((problem) => problem.message)).toContainEqual(expect.stringMatching(message))
  })

  it('reports everything at once, with a pointer for the editor', () => {
    const problems = problemsOf([task('SWITCH', { decisionCases: { x: [{ name: 'n', type: 'NOOP' } as never] } })], {
      name: '',
      schemaVersion: 3,
    })
    expect(problems.map((problem) => [problem.path, problem.pointer])).toEqual([
      ['registerWorkflowDef.arg0.name', ['name']],
      ['registerWorkflowDef.arg0.schemaVersion', ['schemaVersion']],
      [first, ['tasks', 0]],
      [
        `${first}.decisionCases[x].<map value>[0].taskReferenceName`,
        ['tasks', 0, 'decisionCases', 'x', 0, 'taskReferenceName'],
      ],
    ])
    expect(problems[1]?.invalidValue).toBe('3')
  })
})

describe('accepted', () => {
  it.each(DOUBTFUL)('%s, with a warning', (...[, tasks, def, message]) => {
    expect(errorsOf(tasks, def)).toEqual([])
    expect(problemsOf(tasks, def).map((problem) => problem.message)).toContainEqual(expect.stringMatching(message))
  })

  it.each<[string, unknown]>([
    [
      'a loop over a list without condition',
      task('DO_WHILE', { items: '${workflow.input.l}', loopCondition: '', loopOver: [INLINE] }),
    ],
    [
      'a dynamic fork by name',
      [
        task('FORK_JOIN_DYNAMIC', { inputParameters: { forkTaskName: 'x', forkTaskInputs: [] } }),
        task('JOIN', { taskReferenceName: 'j' }),
      ],
    ],
    ['an HTTP task in the short form', task('HTTP', { inputParameters: { uri: 'http://x', method: 'GET' } })],
    [
      'blanks inside brackets and the environment',
      {
        ...INLINE,
        inputParameters: {
          expression: "${workflow.input['two words']} ${CPEWF_TASK_ID} ${workflow.input.l[?(@.a[0] > 1)]}",
        },
      },
    ],
    ['a computed end', task('TERMINATE', { inputParameters: { terminationStatus: '${workflow.input.s}' } })],
  ])('%s, without a word', (_name, tasks) => {
    expect(problemsOf([tasks].flat())).toEqual([])
  })
})
