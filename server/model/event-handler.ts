import { z } from 'zod'
import { jsonObject, text, wholeNumber } from './requests'
import { tagSchema } from './tag'
import { orDefault } from './task-def'
import { IDEMPOTENCY_STRATEGIES, workflowDefSchema } from './workflow-def'

/** Conductor's EventHandler: what happens when a message of an event comes. Texts may hold `${…}` over the payload. */
export const ACTION_TYPES = [
  'start_workflow',
  'complete_task',
  'fail_task',
  'terminate_workflow',
  'update_workflow_variables',
  'start_agent',
] as const
export type ActionType = (typeof ACTION_TYPES)[number]

const startWorkflowSchema = z.object({
  name: text.nullish(),
  version: wholeNumber.nullish(),
  correlationId: text.nullish(),
  input: orDefault(jsonObject, {}),
  taskToDomain: z.record(z.string(), z.string()).nullish(),
  workflowDef: workflowDefSchema.nullish(),
  priority: wholeNumber.nullish(),
  idempotencyKey: text.nullish(),
  idempotencyStrategy: z.enum(IDEMPOTENCY_STRATEGIES).nullish(),
})

const taskDetailsSchema = z.object({
  workflowId: text.nullish(),
  taskRefName: text.nullish(),
  taskId: text.nullish(),
  output: orDefault(jsonObject, {}),
  reasonForIncompletion: text.nullish(),
})

const terminateWorkflowSchema = z.object({ workflowId: text.nullish(), terminationReason: text.nullish() })

const updateVariablesSchema = z.object({
  workflowId: text.nullish(),
  variables: orDefault(jsonObject, {}),
  appendArray: z.boolean().nullish(),
})

export const eventActionSchema = z.object({
  action: z.enum(ACTION_TYPES).nullish(),
  start_workflow: startWorkflowSchema.nullish(),
  complete_task: taskDetailsSchema.nullish(),
  fail_task: taskDetailsSchema.nullish(),
  terminate_workflow: terminateWorkflowSchema.nullish(),
  update_workflow_variables: updateVariablesSchema.nullish(),
  expandInlineJSON: orDefault(z.boolean(), false),
})
export type EventAction = z.output<typeof eventActionSchema>

const NO_ACTIONS = 'No actions specified. Please specify at-least one action'

export const eventHandlerSchema = z.object({
  name: z.string('Missing event handler name').min(1, 'Missing event handler name'),
  event: z.string('Missing event location').min(1, 'Missing event location'),
  condition: z.string().nullish(),
  evaluatorType: z.string().nullish(),
  actions: z.array(eventActionSchema, NO_ACTIONS).min(1, NO_ACTIONS),
  active: orDefault(z.boolean(), false),
  description: z.string().nullish(),
  tags: z.array(tagSchema).nullish(),
})
export type EventHandler = z.output<typeof eventHandlerSchema>
export type EventHandlerInput = z.input<typeof eventHandlerSchema>
