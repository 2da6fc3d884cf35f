import type { ExtensionNames } from '@/server/engine/context'
import type { Task } from '@/server/model/execution'
import { isSystemTaskType } from '@/server/model/task-types'
import { decision } from './decision'
import { doWhile } from './do-while'
import { dynamic } from './dynamic'
import { event } from './event'
import { exclusiveJoin } from './exclusive-join'
import { forkJoin } from './fork-join'
import { forkJoinDynamic } from './fork-join-dynamic'
import { http } from './http'
import { human } from './human'
import { inline } from './inline'
import { jdbc } from './jdbc'
import { join } from './join'
import { jsonJqTransform } from './json-jq-transform'
import { kafkaPublish } from './kafka-publish'
import { lambda } from './lambda'
import { noop } from './noop'
import type { Operator } from './operator'
import { performed } from './performed'
import {
  businessRule,
  getSignedJwt,
  getWorkflow,
  httpPoll,
  pullWorkflowMessages,
  queryProcessor,
  startWorkflow,
  terminateWorkflow,
  updateSecret,
  updateTask,
  waitForWebhook,
} from './performed-types'
import { setVariable } from './set-variable'
import { subWorkflow } from './sub-workflow'
import { switchTask } from './switch'
import { terminate } from './terminate'
import { wait } from './wait'
import { simple, userDefined } from './worker'

/** The task types of the reference that run here. */
export const BUILT_TASK_TYPES = [
  'SIMPLE',
  'DYNAMIC',
  'FORK_JOIN',
  'FORK_JOIN_DYNAMIC',
  'JOIN',
  'EXCLUSIVE_JOIN',
  'DECISION',
  'SWITCH',
  'DO_WHILE',
  'SUB_WORKFLOW',
  'WAIT',
  'HUMAN',
  'INLINE',
  'LAMBDA',
  'JSON_JQ_TRANSFORM',
  'HTTP',
  'EVENT',
  'KAFKA_PUBLISH',
  'JDBC',
  'SET_VARIABLE',
  'TERMINATE',
  'NOOP',
  'START_WORKFLOW',
  'TERMINATE_WORKFLOW',
  'GET_WORKFLOW',
  'UPDATE_TASK',
  'YIELD',
  'HTTP_POLL',
  'GET_SIGNED_JWT',
  'PULL_WORKFLOW_MESSAGES',
  'WAIT_FOR_WEBHOOK',
  'BUSINESS_RULE',
  'QUERY_PROCESSOR',
  'UPDATE_SECRET',
] as const
export type BuiltTaskType = (typeof BUILT_TASK_TYPES)[number]

/** Those whose work the server does outside the engine, each with a performer of its own. */
export const PERFORMED_TASK_TYPES = [
  'HTTP',
  'EVENT',
  'KAFKA_PUBLISH',
  'JDBC',
  'START_WORKFLOW',
  'TERMINATE_WORKFLOW',
  'GET_WORKFLOW',
  'UPDATE_TASK',
  'HTTP_POLL',
  'GET_SIGNED_JWT',
  'PULL_WORKFLOW_MESSAGES',
  'WAIT_FOR_WEBHOOK',
  'BUSINESS_RULE',
  'QUERY_PROCESSOR',
  'UPDATE_SECRET',
] as const satisfies readonly BuiltTaskType[]
export type PerformedTaskType = (typeof PERFORMED_TASK_TYPES)[number]

const OPERATORS: Readonly<Record<BuiltTaskType, Operator>> = {
  SIMPLE: simple,
  DYNAMIC: dynamic,
  FORK_JOIN: forkJoin,
  FORK_JOIN_DYNAMIC: forkJoinDynamic,
  JOIN: join,
  EXCLUSIVE_JOIN: exclusiveJoin,
  DECISION: decision,
  SWITCH: switchTask,
  DO_WHILE: doWhile,
  SUB_WORKFLOW: subWorkflow,
  WAIT: wait,
  HUMAN: human,
  INLINE: inline,
  LAMBDA: lambda,
  JSON_JQ_TRANSFORM: jsonJqTransform,
  HTTP: http,
  EVENT: event,
  KAFKA_PUBLISH: kafkaPublish,
  JDBC: jdbc,
  SET_VARIABLE: setVariable,
  TERMINATE: terminate,
  NOOP: noop,
  START_WORKFLOW: startWorkflow,
  TERMINATE_WORKFLOW: terminateWorkflow,
  GET_WORKFLOW: getWorkflow,
  UPDATE_TASK: updateTask,
  YIELD: human,
  HTTP_POLL: httpPoll,
  GET_SIGNED_JWT: getSignedJwt,
  PULL_WORKFLOW_MESSAGES: pullWorkflowMessages,
  WAIT_FOR_WEBHOOK: waitForWebhook,
  BUSINESS_RULE: businessRule,
  QUERY_PROCESSOR: queryProcessor,
  UPDATE_SECRET: updateSecret,
}

/** False for the reference's types that do not run here, and for types of the user's own. */
export function isBuiltTaskType(type: string): type is BuiltTaskType {
  return Object.hasOwn(OPERATORS, type)
}

/** Every task type of the host's: what it does is not the engine's to know. */
const extension: Operator = performed()

/** Null: a type of the reference that does not run here. */
export function operatorFor(type: string, extensions?: ExtensionNames): Operator | null {
  if (isBuiltTaskType(type)) return OPERATORS[type]
  if (extensions?.taskTypes.has(type)) return extension
  return isSystemTaskType(type) ? null : userDefined
}

/** The operator of a row, whose type is the task's name for workers and `FORK` for both forks. */
export function operatorOf(task: Task): Operator {
  if (task.performer === 'worker') return simple
  if (isBuiltTaskType(task.taskType)) return OPERATORS[task.taskType]
  return task.performer === 'system' ? extension : forkJoin
}
