import type { PerformedTaskType } from '@/server/engine/operators/registry'
import { performBusinessRule } from './business-rule/business-rule'
import { performEvent } from './event'
import { performGetSignedJwt } from './get-signed-jwt'
import { performGetWorkflow } from './get-workflow'
import { performHttp } from './http'
import { performHttpPoll } from './http-poll'
import { performJdbc } from './jdbc'
import { performKafkaPublish } from './kafka-publish'
import type { Performer } from './performer'
import { performPullWorkflowMessages } from './pull-workflow-messages'
import { performQueryProcessor } from './query-processor'
import { performStartWorkflow } from './start-workflow'
import { performTerminateWorkflow } from './terminate-workflow'
import { performUpdateSecret } from './update-secret'
import { performUpdateTask } from './update-task'
import { performWaitForWebhook } from './wait-for-webhook'

const PERFORMERS: Readonly<Record<PerformedTaskType, Performer>> = {
  HTTP: performHttp,
  KAFKA_PUBLISH: performKafkaPublish,
  JDBC: performJdbc,
  EVENT: performEvent,
  START_WORKFLOW: performStartWorkflow,
  TERMINATE_WORKFLOW: performTerminateWorkflow,
  GET_WORKFLOW: performGetWorkflow,
  UPDATE_TASK: performUpdateTask,
  HTTP_POLL: performHttpPoll,
  GET_SIGNED_JWT: performGetSignedJwt,
  PULL_WORKFLOW_MESSAGES: performPullWorkflowMessages,
  WAIT_FOR_WEBHOOK: performWaitForWebhook,
  BUSINESS_RULE: performBusinessRule,
  QUERY_PROCESSOR: performQueryProcessor,
  UPDATE_SECRET: performUpdateSecret,
}

/** Those of the host's extensions find out by themselves whether they know the type. */
export function performerOf(taskType: string): Performer {
  return Object.hasOwn(PERFORMERS, taskType) ? PERFORMERS[taskType as PerformedTaskType] : performExtension
}

const performExtension: Performer = (app, call) => app.extensions.perform(call)
