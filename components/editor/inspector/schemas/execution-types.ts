import { choice, code, type FormSchema, flag, json, lines, map, number, required, text, workflow } from './form-schema'

const STRATEGIES = ['RETURN_EXISTING', 'FAIL', 'FAIL_ON_RUNNING'] as const
const RESULTS = ['COMPLETED', 'FAILED', 'FAILED_WITH_TERMINAL_ERROR', 'IN_PROGRESS', 'CANCELED'] as const

/** Types that act on executions, or wait for something. */
export const EXECUTION_TYPES: Readonly<Record<string, FormSchema>> = {
  START_WORKFLOW: {
    inputs: 'Other inputs',
    fields: [
      workflow('startWorkflow.name', 'Workflow', required),
      number('startWorkflow.version', 'Version', { placeholder: 'Latest' }),
      map('startWorkflow.input', 'Input of the workflow'),
      text('startWorkflow.correlationId', 'Correlation id', { placeholder: 'That of this execution' }),
      number('startWorkflow.priority', 'Priority', { hint: '0 to 99; larger is sooner.' }),
      text('startWorkflow.idempotencyKey', 'Idempotency key', { hint: 'At most one execution has it.' }),
      choice('startWorkflow.idempotencyStrategy', 'When the key is taken', { options: STRATEGIES }),
      json('startWorkflow.taskToDomain', 'Domains of tasks'),
    ],
  },
  TERMINATE_WORKFLOW: {
    inputs: 'Other inputs',
    fields: [
      lines('workflowId', 'Executions', { ...required, hint: 'One id in each line, or an expression.' }),
      text('terminationReason', 'Reason'),
      flag('triggerFailureWorkflow', 'Run their failure workflows'),
    ],
  },
  GET_WORKFLOW: {
    inputs: 'Other inputs',
    fields: [text('id', 'Execution', { ...required, hint: 'Its id.' }), flag('includeTasks', 'With its tasks')],
  },
  UPDATE_TASK: {
    inputs: 'Other inputs',
    fields: [
      text('workflowId', 'Execution', { hint: 'Its id; with the reference of the task in it.' }),
      text('taskRefName', 'Reference of the task'),
      text('taskId', 'Or the id of the task'),
      choice('taskStatus', 'Status', { ...required, options: RESULTS }),
      map('taskOutput', 'Output'),
      flag('mergeOutput', 'Keep what it has put out already'),
    ],
  },
  QUERY_PROCESSOR: {
    inputs: 'Other inputs',
    fields: [
      choice('queryType', 'Ask for', { ...required, options: ['CONDUCTOR_API', 'METRICS'] }),
      lines('workflowNames', 'Workflows', { hint: 'CONDUCTOR_API: one name in each line.' }),
      lines('statuses', 'Statuses', { hint: 'For example FAILED.' }),
      lines('correlationIds', 'Correlation ids'),
      number('startTimeFrom', 'Started at most … minutes ago'),
      number('startTimeTo', 'Started at least … minutes ago'),
      number('endTimeFrom', 'Ended at most … minutes ago'),
      number('endTimeTo', 'Ended at least … minutes ago'),
      text('freeText', 'Free text'),
      text('metricsQuery', 'Figure', { hint: 'METRICS: task_queue_depth{taskType="mail"}, workflow_failed …' }),
    ],
  },
  WAIT_FOR_WEBHOOK: {
    inputs: 'Other inputs',
    fields: [map('matches', 'The event must say', { ...required, hint: 'A path such as $.type, and its value.' })],
  },
  PULL_WORKFLOW_MESSAGES: {
    inputs: null,
    fields: [
      number('batchSize', 'At most', { hint: '1 to 100 messages.' }),
      flag('blocking', 'Wait for the first', { hint: 'Without it, it completes with none.' }),
    ],
  },
  YIELD: { inputs: 'What whoever signals is shown', fields: [] },
  EXCLUSIVE_JOIN: {
    inputs: null,
    fields: [
      lines('joinOn', 'Waits for', { in: 'task', hint: 'References; the first one that ran counts.' }),
      lines('defaultExclusiveJoinTask', 'Or else', { in: 'task' }),
    ],
  },
  DECISION: {
    inputs: 'Inputs',
    note: 'The older form of Switch: use that for new workflows.',
    fields: [
      text('caseValueParam', 'Input that says which case', { in: 'task' }),
      code('caseExpression', 'Or a script', { in: 'task', hint: '$ holds the inputs.' }),
    ],
  },
}
