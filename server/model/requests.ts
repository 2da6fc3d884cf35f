import { z } from 'zod'
import { isJsonObject, type JsonObject } from './json'
import { TASK_RESULT_STATUSES } from './status'
import { orDefault } from './task-def'
import { IDEMPOTENCY_STRATEGIES, type WorkflowDef, workflowDefSchema } from './workflow-def'

/**
 * Bodies of Conductor's requests, parsed once at the border (REST and tRPC). Payloads were parsed from JSON and
 * checked for depth and size already: they are not walked again. As with Jackson, `5` is read as the text "5" and
 * "5" as the number 5.
 */
export const jsonObject = z.custom<JsonObject>(isJsonObject, 'must be a JSON object').meta({ type: 'object' })
const textOr = (error?: string) =>
  z.union([z.string(), z.number().transform(String), z.boolean().transform(String)], error)
export const text = textOr()
export const wholeNumber = z.union(
  [
    z.int32(),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
  ],
  'must be a whole number',
)

const priorityRange = z
  .number()
  .min(0, { error: ({ input }) => `priority: ${input} should be minimum 0` })
  .max(99, { error: ({ input }) => `priority: ${input} should be maximum 99` })

export const startWorkflowRequestSchema = z.object({
  name: textOr('Workflow name cannot be null or empty'),
  version: wholeNumber.nullish(),
  correlationId: text.nullish(),
  input: jsonObject.nullish(),
  taskToDomain: orDefault(z.record(z.string(), z.string()), {}),
  workflowDef: workflowDefSchema.nullish(),
  externalInputPayloadStoragePath: z.string().nullish(),
  priority: orDefault(wholeNumber.pipe(priorityRange), 0),
  createdBy: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
  idempotencyStrategy: z.enum(IDEMPOTENCY_STRATEGIES).nullish(),
})
export type StartWorkflowRequest = z.output<typeof startWorkflowRequestSchema>

export const rerunWorkflowRequestSchema = z.object({
  reRunFromWorkflowId: text.nullish(),
  reRunFromTaskId: text.nullish(),
  workflowInput: jsonObject.nullish(),
  taskInput: jsonObject.nullish(),
  correlationId: text.nullish(),
})
export type RerunWorkflowRequest = z.output<typeof rerunWorkflowRequestSchema>

export const workflowStateUpdateSchema = z.object({
  taskReferenceName: text.nullish(),
  taskResult: z
    .object({
      status: orDefault(z.enum(TASK_RESULT_STATUSES), 'COMPLETED'),
      outputData: orDefault(jsonObject, {}),
      workerId: text.nullish(),
    })
    .nullish(),
  variables: jsonObject.nullish(),
})
export type WorkflowStateUpdate = z.output<typeof workflowStateUpdateSchema>

export const skipTaskRequestSchema = z.object({
  taskInput: orDefault(jsonObject, {}),
  taskOutput: orDefault(jsonObject, {}),
})

export const upgradeWorkflowRequestSchema = z.object({
  name: text.nullish(),
  version: wholeNumber.nullish(),
  taskOutput: orDefault(jsonObject, {}),
  workflowInput: orDefault(jsonObject, {}),
})
export type UpgradeWorkflowRequest = z.output<typeof upgradeWorkflowRequestSchema>

const taskMockSchema = z.object({
  status: orDefault(z.enum(TASK_RESULT_STATUSES), 'COMPLETED'),
  output: orDefault(jsonObject, {}),
  /** Accepted and ignored, as no time passes. */
  executionTime: z.number().nullish(),
  queueWaitTime: z.number().nullish(),
})
export type TaskMock = z.output<typeof taskMockSchema>

/** The answers to a workflow's tasks by reference name, in order; and those to its children's tasks. */
export interface MockPlan {
  readonly taskRefToMockOutput: Readonly<Record<string, readonly TaskMock[]>>
  readonly subWorkflowTestRequest: Readonly<Record<string, MockPlan>>
  readonly workflowDef?: WorkflowDef | null | undefined
}

const mockPlan = {
  taskRefToMockOutput: orDefault(z.record(z.string(), z.array(taskMockSchema)), {}),
  subWorkflowTestRequest: orDefault(
    z.record(
      z.string(),
      z.lazy((): z.ZodType<MockPlan> => mockPlanSchema),
    ),
    {},
  ),
  workflowDef: workflowDefSchema.nullish(),
}
const mockPlanSchema: z.ZodType<MockPlan> = z.object(mockPlan)

export const workflowTestRequestSchema = startWorkflowRequestSchema.extend(mockPlan)
export type WorkflowTestRequest = z.output<typeof workflowTestRequestSchema>

export const taskLogSchema = z.object({
  log: z.string(),
  taskId: z.string().nullish(),
  createdTime: z.number().nullish(),
})

const resultIds = z.looseObject({
  workflowInstanceId: z.string('Workflow Id cannot be null or empty').min(1, 'Workflow Id cannot be null or empty'),
  taskId: z.string('Task ID cannot be null or empty').min(1, 'Task ID cannot be null or empty'),
})

const taskResult = z.object({
  workflowInstanceId: z.string(),
  taskId: z.string(),
  status: z.enum(TASK_RESULT_STATUSES),
  outputData: orDefault(jsonObject, {}),
  reasonForIncompletion: text.nullish(),
  callbackAfterSeconds: orDefault(wholeNumber, 0),
  workerId: text.nullish(),
  logs: orDefault(z.array(taskLogSchema), []),
  subWorkflowId: z.string().nullish(),
  extendLease: orDefault(z.boolean(), false),
})
/** The ids are checked before the rest: where one is missing, Conductor complains of nothing else. */
export const taskResultSchema = resultIds.pipe(taskResult)
export type TaskResult = z.output<typeof taskResultSchema>
