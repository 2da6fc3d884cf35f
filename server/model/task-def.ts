import { z } from 'zod'

/** Conductor's TaskDef: how one kind of work is retried, timed out and limited. Durations are in seconds. */
export const RETRY_LOGICS = ['FIXED', 'EXPONENTIAL_BACKOFF', 'LINEAR_BACKOFF'] as const
export const TASK_TIMEOUT_POLICIES = ['RETRY', 'TIME_OUT_WF', 'ALERT_ONLY'] as const

const jsonObject = z.record(z.string(), z.json())

export const schemaRef = z.looseObject({
  name: z.string(),
  version: z.int32().optional(),
  type: z.enum(['JSON', 'AVRO', 'PROTOBUF']).nullish(),
})

/** `null` on the wire means "not given", as Jackson reads it. */
export function orDefault<T extends z.ZodType>(schema: T, value: z.output<T>) {
  return schema.nullish().transform((given): z.output<T> => given ?? value)
}

/** A name that everybody must write. A missing one reads as '', so that the validator reports it with everything else. */
export const requiredName = orDefault(z.string(), '') as unknown as z.ZodType<string, string>

export const taskDefSchema = z.object({
  name: requiredName,
  description: z.string().nullish(),
  ownerApp: z.string().nullish(),
  ownerEmail: z.string().nullish(),
  retryCount: orDefault(z.int32(), 3),
  retryLogic: orDefault(z.enum(RETRY_LOGICS), 'FIXED'),
  retryDelaySeconds: orDefault(z.int32(), 60),
  backoffScaleFactor: orDefault(z.int32(), 1),
  maxRetryDelaySeconds: orDefault(z.int32(), 0),
  backoffJitterMs: orDefault(z.int32(), 0),
  timeoutSeconds: orDefault(z.int(), 0),
  timeoutPolicy: orDefault(z.enum(TASK_TIMEOUT_POLICIES), 'TIME_OUT_WF'),
  responseTimeoutSeconds: orDefault(z.int(), 3600),
  pollTimeoutSeconds: z.int32().nullish(),
  totalTimeoutSeconds: orDefault(z.int(), 0),
  concurrentExecLimit: z.int32().nullish(),
  rateLimitPerFrequency: orDefault(z.int32(), 0),
  rateLimitFrequencyInSeconds: orDefault(z.int32(), 1),
  inputKeys: orDefault(z.array(z.string()), []),
  outputKeys: orDefault(z.array(z.string()), []),
  inputTemplate: orDefault(jsonObject, {}),
  runtimeMetadata: orDefault(z.array(z.string()), []),
  isolationGroupId: z.string().nullish(),
  executionNameSpace: z.string().nullish(),
  baseType: z.string().nullish(),
  taskStatusListenerEnabled: orDefault(z.boolean(), true),
  inputSchema: schemaRef.nullish(),
  outputSchema: schemaRef.nullish(),
  enforceSchema: orDefault(z.boolean(), false),
  createTime: z.number().nullish(),
  updateTime: z.number().nullish(),
  createdBy: z.string().nullish(),
  updatedBy: z.string().nullish(),
})
export type TaskDef = z.output<typeof taskDefSchema>
export type TaskDefInput = z.input<typeof taskDefSchema>
