import { z } from 'zod'
import { orDefault, requiredName, type TaskDef, type TaskDefInput, taskDefSchema } from './task-def'

/** Conductor's WorkflowDef and WorkflowTask with its defaults filled in. Semantic rules live in the engine's validator. */
export const WORKFLOW_TIMEOUT_POLICIES = ['TIME_OUT_WF', 'ALERT_ONLY'] as const

const jsonObject = z.record(z.string(), z.json())
const domains = z.record(z.string(), z.string())
export const IDEMPOTENCY_STRATEGIES = ['FAIL', 'RETURN_EXISTING', 'FAIL_ON_RUNNING'] as const
export type IdempotencyStrategy = (typeof IDEMPOTENCY_STRATEGIES)[number]

export const subWorkflowParamSchema = z.object({
  name: z.string().nullish(),
  version: z.union([z.number().int(), z.string()]).nullish(),
  taskToDomain: domains.nullish(),
  /** An inline definition, or one `${…}` expression that yields it. */
  workflowDefinition: z.union([z.string(), jsonObject]).nullish(),
  idempotencyKey: z.string().nullish(),
  idempotencyStrategy: z.enum(IDEMPOTENCY_STRATEGIES).nullish(),
  priority: z.union([z.number().int(), z.string()]).nullish(),
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
  startDelay: orDefault(z.number().int(), 0),
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
  retryCount: z.number().int().nullish(),
  loopCondition: z.string().nullish(),
  items: z.string().nullish(),
  onStateChange: orDefault(z.record(z.string(), z.json()), {}),
  cacheConfig: z
    .looseObject({ key: z.string().nullish(), ttlInSecond: z.union([z.number(), z.string()]).nullish() })
    .nullish(),
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

const schemaRef = z.looseObject({ name: z.string(), version: z.number().int().optional() })

export const workflowDefSchema = z.object({
  name: requiredName,
  description: z.string().nullish(),
  version: orDefault(z.number().int(), 1),
  tasks: orDefault(taskList, []),
  inputParameters: orDefault(z.array(z.string()), []),
  outputParameters: orDefault(jsonObject, {}),
  failureWorkflow: z.string().nullish(),
  failureWorkflowVersion: z.number().int().nullish(),
  schemaVersion: orDefault(z.number().int(), 2),
  restartable: orDefault(z.boolean(), true),
  workflowStatusListenerEnabled: orDefault(z.boolean(), false),
  workflowStatusListenerSink: z.string().nullish(),
  ownerEmail: z.string().nullish(),
  timeoutPolicy: orDefault(z.enum(WORKFLOW_TIMEOUT_POLICIES), 'ALERT_ONLY'),
  timeoutSeconds: orDefault(z.number().int(), 0),
  variables: orDefault(jsonObject, {}),
  inputTemplate: orDefault(jsonObject, {}),
  metadata: orDefault(jsonObject, {}),
  rateLimitConfig: z
    .looseObject({
      rateLimitKey: z.string().nullish(),
      concurrentExecLimit: z.number().int().nullish(),
      policy: z.string().nullish(),
    })
    .nullish(),
  inputSchema: schemaRef.nullish(),
  outputSchema: schemaRef.nullish(),
  enforceSchema: orDefault(z.boolean(), true),
  cacheConfig: z.looseObject({ key: z.string().nullish() }).nullish(),
  maskedFields: orDefault(z.array(z.string()), []),
  createTime: z.number().nullish(),
  updateTime: z.number().nullish(),
  createdBy: z.string().nullish(),
  updatedBy: z.string().nullish(),
})
export type WorkflowDef = z.output<typeof workflowDefSchema>
export type WorkflowDefInput = z.input<typeof workflowDefSchema>
