import { TASK_KINDS } from '@/components/graph/task-catalog'
import { WORKFLOW_TIMEOUT_POLICIES } from '@/server/model/workflow-def'

type Schema = Readonly<Record<string, unknown>>

const text = (description: string): Schema => ({ type: ['string', 'null'], description })
const whole = (description: string): Schema => ({ type: ['integer', 'null'], description })
const flag = (description: string): Schema => ({ type: ['boolean', 'null'], description })
const map = (description: string): Schema => ({ type: ['object', 'null'], description })
const names = (description: string): Schema => ({ type: ['array', 'null'], items: { type: 'string' }, description })
const tasks = (description: string): Schema => ({
  type: ['array', 'null'],
  items: { $ref: '#/definitions/task' },
  description,
})

const taskType: Schema = {
  type: ['string', 'null'],
  description: 'What the task does. Left out: a worker task (SIMPLE).',
  anyOf: [
    {
      enum: TASK_KINDS.map((kind) => kind.type),
      enumDescriptions: TASK_KINDS.map((kind) => kind.hint),
    },
    { type: ['string', 'null'] },
  ],
}

const subWorkflowParam: Schema = {
  type: ['object', 'null'],
  description: 'Which workflow a SUB_WORKFLOW runs.',
  properties: {
    name: text('Name of the workflow.'),
    version: { type: ['integer', 'string', 'null'], description: 'Left out: the newest.' },
    taskToDomain: map('Domain of workers per task name.'),
    workflowDefinition: {
      type: ['object', 'string', 'null'],
      description: 'An inline definition, or an expression that yields one.',
    },
    idempotencyKey: text('With a strategy: one child per key. Left out: the key of this workflow’s own start.'),
    idempotencyStrategy: {
      enum: ['FAIL', 'RETURN_EXISTING', 'FAIL_ON_RUNNING', null],
      description: 'What happens when an execution of that workflow has the key.',
    },
    priority: { type: ['integer', 'string', 'null'] },
  },
}

const task: Schema = {
  type: 'object',
  required: ['name', 'taskReferenceName'],
  properties: {
    name: {
      type: 'string',
      description: 'Of a worker task: the task definition that workers poll for. Otherwise a title.',
    },
    taskReferenceName: {
      type: 'string',
      description: 'Unique in the workflow; other tasks read ${reference.output…}.',
    },
    type: taskType,
    description: text('For people.'),
    inputParameters: map('What the task is given; values may hold ${…} expressions.'),
    optional: flag('The workflow goes on when this task fails.'),
    retryCount: whole('Overrides the task definition.'),
    startDelay: whole('Seconds to wait before the task can be polled.'),
    asyncComplete: flag('Stays in progress until it is completed from outside.'),
    evaluatorType: {
      type: ['string', 'null'],
      description: 'SWITCH: value-param or javascript.',
      examples: ['value-param', 'javascript'],
    },
    expression: text('SWITCH: the input to compare, or a script whose value names the case.'),
    decisionCases: {
      type: ['object', 'null'],
      description: 'SWITCH: tasks per case.',
      additionalProperties: { type: 'array', items: { $ref: '#/definitions/task' } },
    },
    defaultCase: tasks('SWITCH: tasks when no case matches.'),
    forkTasks: {
      type: ['array', 'null'],
      description: 'FORK_JOIN: one list of tasks per branch. A JOIN must follow.',
      items: { type: 'array', items: { $ref: '#/definitions/task' } },
    },
    joinOn: names('JOIN: references it waits for, usually the last of each branch.'),
    joinMode: { enum: ['SYNC', 'ASYNC', null] },
    loopCondition: text('DO_WHILE: repeated while this script is true; tested after each turn.'),
    loopOver: tasks('DO_WHILE: the body.'),
    items: text('DO_WHILE: an expression that yields a list; one turn per item.'),
    subWorkflowParam,
    dynamicForkTasksParam: text('FORK_JOIN_DYNAMIC: the input that holds the list of tasks.'),
    dynamicForkTasksInputParamName: text('FORK_JOIN_DYNAMIC: the input that holds an object from reference to input.'),
    dynamicTaskNameParam: text('DYNAMIC: the input that holds the name of the task.'),
    taskDefinition: map('An inline task definition: retries, timeouts, limits.'),
    permissive: flag('Other branches finish before a failure fails the JOIN.'),
    cacheConfig: {
      type: ['object', 'null'],
      description: 'Reuse the output of an earlier task of the same name and key.',
      required: ['key', 'ttlInSecond'],
      properties: {
        key: text('Made of the task’s own inputs: ${uri}-${method}.'),
        ttlInSecond: { type: ['integer', 'string', 'null'], description: 'How long a result is reused, in seconds.' },
      },
    },
    onStateChange: map('Events to publish when the task changes.'),
    metadata: map('Free for tools.'),
  },
}

/** For Monaco: completion, hover and squiggles. Loose on purpose; the rules of workflows are the validator's. */
export const conductorJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Conductor workflow definition',
  type: 'object',
  required: ['name', 'tasks'],
  definitions: { task },
  properties: {
    name: { type: 'string', description: 'Name of the workflow; with the version it is unique in the namespace.' },
    version: { type: ['integer', 'null'], description: 'Runs started without a version take the highest.' },
    description: text('For people.'),
    tasks: tasks('What runs, in order.'),
    inputParameters: names('Names of the inputs a run expects.'),
    outputParameters: map('What the workflow answers; values may hold ${…} expressions.'),
    inputTemplate: map('Defaults for inputs that a run does not give.'),
    variables: map('Initial variables; SET_VARIABLE changes them.'),
    failureWorkflow: text('Started when a run fails.'),
    failureWorkflowVersion: whole('Left out: the newest.'),
    schemaVersion: { const: 2, description: 'Always 2.' },
    restartable: flag('Whether a completed run may be restarted.'),
    timeoutSeconds: whole('0: no limit.'),
    timeoutPolicy: { enum: [...WORKFLOW_TIMEOUT_POLICIES, null], description: 'What happens after timeoutSeconds.' },
    ownerEmail: text('Whom to ask.'),
    workflowStatusListenerEnabled: flag('Tell the sink of each change of the status.'),
    workflowStatusListenerSink: text('Who hears of it: conductor:name, or a broker as in kafka:integration:topic.'),
    inputSchema: map('Name and version of a schema.'),
    outputSchema: map('Name and version of a schema.'),
    enforceSchema: flag('Refuse runs whose input does not fit the schema.'),
    metadata: map('Free for tools.'),
  },
} as const
