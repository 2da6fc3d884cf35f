import type { Definition, GraphTask } from './definition'
import { NEW_INPUTS } from './new-inputs'
import { allReferences, freeReference } from './references'

/** What a fresh task of a type looks like: valid as it stands, with a reference nobody else has. */
export function newTasks(type: string, definition: Definition): GraphTask[] {
  const taken = allReferences(definition)
  const named = (name: string): Pick<GraphTask, 'name' | 'taskReferenceName'> => {
    const taskReferenceName = freeReference(`${name}_ref`, taken)
    return { name: taskReferenceName.replace(/_ref/, ''), taskReferenceName }
  }
  const simple = (): GraphTask => ({ ...named('task'), type: 'SIMPLE', inputParameters: {} })
  const template = TEMPLATES[type]
  if (template) return template({ named, simple })
  return [{ ...named(type.toLowerCase()), type, inputParameters: NEW_INPUTS[type] ?? {} }]
}

interface Parts {
  readonly named: (name: string) => Pick<GraphTask, 'name' | 'taskReferenceName'>
  readonly simple: () => GraphTask
}

const TEMPLATES: Readonly<Record<string, (parts: Parts) => GraphTask[]>> = {
  SIMPLE: ({ simple }) => [simple()],
  HTTP: ({ named }) => [
    {
      ...named('http'),
      type: 'HTTP',
      inputParameters: { http_request: { method: 'GET', uri: 'https://example.com/' } },
    },
  ],
  INLINE: ({ named }) => [
    {
      ...named('inline'),
      type: 'INLINE',
      inputParameters: {
        evaluatorType: 'javascript',
        expression: '(function () {\n  return $.value;\n})();',
        value: '',
      },
    },
  ],
  JSON_JQ_TRANSFORM: ({ named }) => [
    { ...named('jq'), type: 'JSON_JQ_TRANSFORM', inputParameters: { data: {}, queryExpression: '.data' } },
  ],
  EVENT: ({ named }) => [{ ...named('event'), type: 'EVENT', inputParameters: {}, sink: 'conductor' }],
  SWITCH: ({ named }) => [
    {
      ...named('switch'),
      type: 'SWITCH',
      inputParameters: { case: '' },
      evaluatorType: 'value-param',
      expression: 'case',
      decisionCases: { yes: [] },
      defaultCase: [],
    },
  ],
  FORK_JOIN: ({ named, simple }) => {
    const fork = named('fork')
    const branches = [[simple()], [simple()]]
    const joinOn = branches.flat().map((task) => task.taskReferenceName)
    return [
      { ...fork, type: 'FORK_JOIN', inputParameters: {}, forkTasks: branches },
      { ...named('join'), type: 'JOIN', inputParameters: {}, joinOn },
    ]
  },
  FORK_JOIN_DYNAMIC: ({ named }) => [
    {
      ...named('dynamic_fork'),
      type: 'FORK_JOIN_DYNAMIC',
      inputParameters: { dynamicTasks: [], dynamicTasksInput: {} },
      dynamicForkTasksParam: 'dynamicTasks',
      dynamicForkTasksInputParamName: 'dynamicTasksInput',
    },
    { ...named('dynamic_join'), type: 'JOIN', inputParameters: {} },
  ],
  DO_WHILE: ({ named, simple }) => {
    const loop = named('loop')
    const loopCondition = `$.${loop.taskReferenceName}['iteration'] < 3`
    return [{ ...loop, type: 'DO_WHILE', inputParameters: {}, loopCondition, loopOver: [simple()] }]
  },
  DYNAMIC: ({ named }) => [
    { ...named('dynamic'), type: 'DYNAMIC', inputParameters: { taskToRun: '' }, dynamicTaskNameParam: 'taskToRun' },
  ],
  SUB_WORKFLOW: ({ named }) => [
    { ...named('sub_workflow'), type: 'SUB_WORKFLOW', inputParameters: {}, subWorkflowParam: { name: '' } },
  ],
  SET_VARIABLE: ({ named }) => [{ ...named('set_variable'), type: 'SET_VARIABLE', inputParameters: { name: 'value' } }],
  WAIT: ({ named }) => [{ ...named('wait'), type: 'WAIT', inputParameters: { duration: '10 seconds' } }],
  TERMINATE: ({ named }) => [
    {
      ...named('terminate'),
      type: 'TERMINATE',
      inputParameters: { terminationStatus: 'COMPLETED', terminationReason: '', workflowOutput: {} },
    },
  ],
}
