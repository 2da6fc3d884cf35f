import { z } from 'zod'

/** Conductor's TaskDef: how one kind of work is retried, timed out and limited. Durations are in seconds. */
export const RETRY_LOGICS = ['FIXED', 'EXPONENTIAL_BACKOFF', 'LINEAR_BACKOFF'] as const
export const TASK_TIMEOUT_POLICIES = ['RETRY', 'TIME_OUT_WF', 'ALERT_ONLY'] as const

const jsonObject = z.record(z.string(), z.json())
const schemaRef = z.looseObject({ name: z.string(), version: z.number().int().optional() })

/** `null` on the wire means "not given", as Jackson reads it. */
export function orDefault<T extends z.ZodType>(schema: T, value: z.output<T>) {
  return schema.nullish().transform((given): z.output<T> => given ?? value)
}

/** A name that everybody must write. A missing one reads as '', so that the validator reports it with everything else. */
export const requiredName = orDefault(z.string(), '') as unknown as z.ZodType<string, string>

export const taskDefSchema = z.object({
  name: requiredName,
  description: z.string().nullish(),
  ownerEmail: z.string().nullish(),
  retryCount: orDefault(z.number().int(), 3),
  retryLogic: orDefault(z.enum(RETRY_LOGICS), 'FIXED'),
  retryDelaySeconds: orDefault(z.number().int(), 60),
  backoffScaleFactor: orDefault(z.number().int(), 1),
  maxRetryDelaySeconds: orDefault(z.number().int(), 0),
  backoffJitterMs: orDefault(z.number().int(), 0),
  timeoutSeconds: orDefault(z.number().int(), 0),
  timeoutPolicy: orDefault(z.enum(TASK_TIMEOUT_POLICIES), 'TIME_OUT_WF'),
  responseTimeoutSeconds: orDefault(z.number().int(), 3600),
  pollTimeoutSeconds: z.number().int().nullish(),
  totalTimeoutSeconds: orDefault(z.number().int(), 0),
  concurrentExecLimit: z.number().int().nullish(),
  rateLimitPerFrequency: orDefault(z.number().int(), 0),
  rateLimitFrequencyInSeconds: orDefault(z.number().int(), 1),
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
