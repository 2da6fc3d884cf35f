import { z } from 'zod'
import { orDefault, requiredName, schemaRef, type TaskDef, type TaskDefInput, taskDefSchema } from './task-def'

/** Conductor's WorkflowDef and WorkflowTask with its defaults filled in. Semantic rules live in the engine's validator. */
export const WORKFLOW_TIMEOUT_POLICIES = ['TIME_OUT_WF', 'ALERT_ONLY'] as const

const jsonObject = z.record(z.string(), z.json())
const domains = z.record(z.string(), z.string())
export const IDEMPOTENCY_STRATEGIES = ['FAIL', 'RETURN_EXISTING', 'FAIL_ON_RUNNING'] as const
export type IdempotencyStrategy = (typeof IDEMPOTENCY_STRATEGIES)[number]

export const subWorkflowParamSchema = z.object({
  name: z.string().nullish(),
  version: z.union([z.int32(), z.string().regex(/^\s*(-?\d+)?\s*$|\$\{/)], 'must be a whole number').nullish(),
  taskToDomain: domains.nullish(),
  /** An inline definition, or one `${…}` expression that yields it. */
  workflowDefinition: z.union([z.string(), jsonObject]).nullish(),
  idempotencyKey: z.string().nullish(),
  idempotencyStrategy: z.enum(IDEMPOTENCY_STRATEGIES).nullish(),
  priority: z.union([z.number(), z.string()]).nullish(),
})

export interface WorkflowTask extends z.output<typeof plainTaskFields> {
  decisionCases: Record<string, WorkflowTask[]>
  defaultCase: WorkflowTask[]
  forkTasks: WorkflowTask[][]
  loopOver: WorkflowTask[]
  taskDefinition?: TaskDef | null | undefined
}

/** What a person writes: everything but `name` and `taskReferenceName` may be left out. */
export interface WorkflowTaskInput extends z.input<typeof plainTaskFields> {
  decisionCases?: Record<string, WorkflowTaskInput[]> | null | undefined
  defaultCase?: WorkflowTaskInput[] | null | undefined
  forkTasks?: WorkflowTaskInput[][] | null | undefined
  loopOver?: WorkflowTaskInput[] | null | undefined
  taskDefinition?: TaskDefInput | null | undefined
}

const stateChangeEvent = z.looseObject({ type: z.string().nullish(), payload: jsonObject.nullish() })
const cacheConfig = z.looseObject({
  key: z.string().nullish(),
  ttlInSecond: z.union([z.number(), z.string()]).nullish(),
})

const plainTaskFields = z.object({
  name: requiredName,
  taskReferenceName: requiredName,
  description: z.string().nullish(),
  type: orDefault(z.string(), 'SIMPLE'),
  inputParameters: orDefault(jsonObject, {}),
  dynamicTaskNameParam: z.string().nullish(),
  caseValueParam: z.string().nullish(),
  caseExpression: z.string().nullish(),
  scriptExpression: z.string().nullish(),
  evaluatorType: z.string().nullish(),
  expression: z.string().nullish(),
  dynamicForkTasksParam: z.string().nullish(),
  dynamicForkTasksInputParamName: z.string().nullish(),
  dynamicForkJoinTasksParam: z.string().nullish(),
  startDelay: orDefault(z.int32(), 0),
  subWorkflowParam: subWorkflowParamSchema.nullish(),
  joinOn: orDefault(z.array(z.string()), []),
  defaultExclusiveJoinTask: orDefault(z.array(z.string()), []),
  joinStatus: z.string().nullish(),
  joinMode: z.enum(['SYNC', 'ASYNC']).nullish(),
  sink: z.string().nullish(),
  optional: orDefault(z.boolean(), false),
  permissive: orDefault(z.boolean(), false),
  asyncComplete: orDefault(z.boolean(), false),
  rateLimited: z.boolean().nullish(),
  retryCount: z.int32().nullish(),
  loopCondition: z.string().nullish(),
  items: z.string().nullish(),
  onStateChange: orDefault(z.record(z.string(), z.array(stateChangeEvent)), {}),
  cacheConfig: cacheConfig.nullish(),
  metadata: orDefault(jsonObject, {}),
})

const taskList: z.ZodType<WorkflowTask[], WorkflowTaskInput[]> = z.lazy(() => z.array(workflowTaskSchema))

export const workflowTaskSchema: z.ZodType<WorkflowTask, WorkflowTaskInput> = plainTaskFields.extend({
  decisionCases: orDefault(z.record(z.string(), taskList), {}),
  defaultCase: orDefault(taskList, []),
  forkTasks: orDefault(z.array(taskList), []),
  loopOver: orDefault(taskList, []),
  taskDefinition: taskDefSchema.nullish(),
})

export const workflowDefSchema = z.object({
  name: requiredName,
  description: z.string().nullish(),
  version: orDefault(z.int32(), 1),
  tasks: orDefault(taskList, []),
  inputParameters: orDefault(z.array(z.string()), []),
  outputParameters: orDefault(jsonObject, {}),
  failureWorkflow: z.string().nullish(),
  failureWorkflowVersion: z.int32().nullish(),
  schemaVersion: orDefault(z.int32(), 2),
  restartable: orDefault(z.boolean(), true),
  workflowStatusListenerEnabled: orDefault(z.boolean(), false),
  workflowStatusListenerSink: z.string().nullish(),
  ownerApp: z.string().nullish(),
  ownerEmail: z.string().nullish(),
  timeoutPolicy: orDefault(z.enum(WORKFLOW_TIMEOUT_POLICIES), 'ALERT_ONLY'),
  timeoutSeconds: orDefault(z.int(), 0),
  variables: orDefault(jsonObject, {}),
  inputTemplate: orDefault(jsonObject, {}),
  metadata: orDefault(jsonObject, {}),
  rateLimitConfig: z
    .looseObject({
      rateLimitKey: z.string().nullish(),
      concurrentExecLimit: z.int32().nullish(),
      policy: orDefault(z.enum(['QUEUE', 'REJECT']), 'QUEUE'),
    })
    .nullish(),
  inputSchema: schemaRef.nullish(),
  outputSchema: schemaRef.nullish(),
  enforceSchema: orDefault(z.boolean(), true),
  cacheConfig: cacheConfig.nullish(),
  maskedFields: orDefault(z.array(z.string()), []),
  createTime: z.number().nullish(),
  updateTime: z.number().nullish(),
  createdBy: z.string().nullish(),
  updatedBy: z.string().nullish(),
})
export type WorkflowDef = z.output<typeof workflowDefSchema>
export type WorkflowDefInput = z.input<typeof workflowDefSchema>
