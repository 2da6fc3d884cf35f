import { describe, expect, it, test } from 'vitest'
import { isBuiltTaskType } from '@/server/engine/operators/registry'
import { SYSTEM_TASK_TYPES } from '@/server/model/task-types'
import { type WorkflowTaskInput, workflowDefSchema } from '@/server/model/workflow-def'
import { validateWorkflowDef } from './validate-workflow-def'

function problemsOf(task: Partial<WorkflowTaskInput>) {
  const definition = { name: 'w', tasks: [{ name: 't', taskReferenceName: 't', ...task }] }
  return validateWorkflowDef(workflowDefSchema.parse(definition), { isBuiltTaskType })
}
const errorsOf = (task: Partial<WorkflowTaskInput>) =>
  problemsOf(task).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []))

test.each([
  ['HTTP_POLL', 'inputParameters.http_request or inputParameters.uri'],
  ['HTTP_POLL', 'inputParameters.terminationCondition'],
  ['WAIT_FOR_WEBHOOK', 'inputParameters.matches'],
  ['UPDATE_TASK', 'inputParameters.taskId or inputParameters.taskRefName'],
  ['UPDATE_TASK', 'inputParameters.taskStatus'],
  ['UPDATE_SECRET', 'inputParameters._secrets'],
  ['GET_WORKFLOW', 'inputParameters.id'],
  ['TERMINATE_WORKFLOW', 'inputParameters.workflowId'],
  ['BUSINESS_RULE', 'inputParameters.ruleFileLocation'],
  ['GET_SIGNED_JWT', 'inputParameters.privateKey'],
])('%s needs %s', (type, fields) => {
  expect(errorsOf({ type })).toContain(`${fields} field is required for taskType: ${type} taskName: t`)
})

test('what a START_WORKFLOW lacks is found when it is reached, as in Conductor; the editor warns', () => {
  expect(problemsOf({ type: 'START_WORKFLOW' })).toMatchObject([{ severity: 'warning' }])
})

test.each([
  ['HTTP_POLL', { pollingStrategy: 'SOMETIMES' }],
  ['UPDATE_TASK', { taskStatus: 'DONE' }],
  ['BUSINESS_RULE', { executionStrategy: 'FIRE' }],
  ['QUERY_PROCESSOR', { queryType: 'SQL' }],
])('%s: a value that cannot be meant', (type, inputParameters) => {
  const [field, value] = Object.entries(inputParameters)[0]!
  expect(errorsOf({ type, inputParameters }).join()).toContain(`${field} of t must be one of`)
  const computed = errorsOf({ type, inputParameters: { [field]: `\${workflow.input.${value}}` } })
  expect(computed.join()).not.toContain('must be one of')
})

describe('evaluators', () => {
  const tasks = (evaluatorType: string): Partial<WorkflowTaskInput>[] => [
    { type: 'SWITCH', evaluatorType, expression: 'a', decisionCases: { a: [] } },
    { type: 'INLINE', inputParameters: { evaluatorType, expression: 'a' } },
    { type: 'DO_WHILE', evaluatorType, loopCondition: '1', loopOver: [{ name: 'i', taskReferenceName: 'i' }] },
    { type: 'JOIN', evaluatorType, expression: 'true' },
  ]

  it('python is refused by name, with what is supported', () => {
    for (const task of tasks('python')) {
      expect(errorsOf(task)).toEqual([
        `The evaluator python does not run on this server; supported are value-param, javascript, graaljs. taskType: ${task.type} taskName: t`,
      ])
    }
  })

  it('those of the reference are accepted; a name that nobody knows is a warning', () => {
    for (const name of ['javascript', 'graaljs', 'value-param']) {
      for (const task of tasks(name)) expect(errorsOf(task)).toEqual([])
    }
    for (const task of tasks('cobol')) {
      expect(errorsOf(task)).toEqual([])
      expect(
        problemsOf(task)
          .map(({ message }) => message)
          .join(),
      ).toContain('There is no evaluator cobol')
    }
  })
})

test('types of the reference that do not run here are refused by name', () => {
  const refused = SYSTEM_TASK_TYPES.filter((type) => !isBuiltTaskType(type))
  expect(refused).toEqual(expect.arrayContaining(['OPS_GENIE', 'SENDGRID', 'GRPC', 'LLM_CHAT_COMPLETE', 'AGENT']))
  for (const type of refused) {
    expect(errorsOf({ type })).toEqual([`taskType: ${type} of task t is not supported by this server yet`])
  }
})
