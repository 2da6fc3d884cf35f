import { z } from 'zod'
import { TASK_RESULT_STATUSES } from './status'
import { IDEMPOTENCY_STRATEGIES, workflowDefSchema } from './workflow-def'
import { orDefault } from './task-def'

/** Bodies of Conductor's requests, parsed once at the border (REST and tRPC). */
const jsonObject = z.record(z.string(), z.json())

export const startWorkflowRequestSchema = z.object({
  name: z.string(),
  version: z.number().int().nullish(),
  correlationId: z.string().nullish(),
  input: jsonObject.nullish(),
  taskToDomain: orDefault(z.record(z.string(), z.string()), {}),
  workflowDef: workflowDefSchema.nullish(),
  externalInputPayloadStoragePath: z.string().nullish(),
  priority: orDefault(z.number().int(), 0),
  createdBy: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
  idempotencyStrategy: z.enum(IDEMPOTENCY_STRATEGIES).nullish(),
})
export type StartWorkflowRequest = z.output<typeof startWorkflowRequestSchema>

export const taskLogSchema = z.object({
  log: z.string(),
  taskId: z.string().nullish(),
  createdTime: z.number().nullish(),
})

export const taskResultSchema = z.object({
  workflowInstanceId: z.string(),
  taskId: z.string(),
  status: z.enum(TASK_RESULT_STATUSES),
  outputData: orDefault(jsonObject, {}),
  reasonForIncompletion: z.string().nullish(),
  callbackAfterSeconds: orDefault(z.number().int(), 0),
  workerId: z.string().nullish(),
  logs: orDefault(z.array(taskLogSchema), []),
  subWorkflowId: z.string().nullish(),
  extendLease: orDefault(z.boolean(), false),
})
export type TaskResult = z.output<typeof taskResultSchema>
