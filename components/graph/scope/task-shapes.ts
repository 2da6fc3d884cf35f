import { ANY, BOOLEAN, list, NUMBER, object, type Shape, TEXT } from './shape'

const HTTP = object({
  response: object({ statusCode: NUMBER, reasonPhrase: TEXT, headers: object({}, TEXT), body: ANY }),
})
const TOKENS = { tokenUsed: NUMBER, promptTokens: NUMBER, completionTokens: NUMBER }
const NOTHING = object({})

/** What each type of task puts out by itself. Types that are not here put out what their worker answers. */
export const OUTPUT_SHAPES: Readonly<Record<string, Shape>> = {
  HTTP,
  HTTP_POLL: HTTP,
  GRPC: object({ response: ANY }),
  INLINE: object({ result: ANY }),
  LAMBDA: object({ result: ANY }),
  JSON_JQ_TRANSFORM: object({ result: ANY, resultList: list() }),
  SWITCH: object({ evaluationResult: list(TEXT), selectedCase: TEXT }),
  DECISION: object({ caseOutput: list(TEXT) }),
  FORK_JOIN: NOTHING,
  FORK_JOIN_DYNAMIC: NOTHING,
  JOIN: object({}, object({})),
  DO_WHILE: object({ iteration: NUMBER }),
  SET_VARIABLE: NOTHING,
  NOOP: NOTHING,
  KAFKA_PUBLISH: NOTHING,
  UPDATE_SECRET: NOTHING,
  SUB_WORKFLOW: object({ subWorkflowId: TEXT }),
  START_WORKFLOW: object({ workflowId: TEXT }),
  EVENT: object({
    event_produced: TEXT,
    workflowInstanceId: TEXT,
    workflowType: TEXT,
    workflowVersion: NUMBER,
    correlationId: TEXT,
    taskToDomain: object({}),
  }),
  JDBC: object({ result: list(object({})), update_count: NUMBER }),
  PULL_WORKFLOW_MESSAGES: object({ messages: list(), count: NUMBER }),
  UPDATE_TASK: object({ updatedTaskId: TEXT }),
  GET_WORKFLOW: object({
    workflowId: TEXT,
    workflowName: TEXT,
    status: TEXT,
    input: object({}),
    output: object({}),
    variables: object({}),
    tasks: list(object({})),
  }),
  TERMINATE_WORKFLOW: object({ terminatedWorkflows: list(TEXT) }),
  QUERY_PROCESSOR: object({ result: list() }),
  GET_SIGNED_JWT: object({ result: TEXT }),
  BUSINESS_RULE: object({ result: ANY }),
  LLM_TEXT_COMPLETE: object({ result: ANY, finishReason: TEXT, ...TOKENS }),
  LLM_CHAT_COMPLETE: object({ result: ANY, finishReason: TEXT, ...TOKENS, toolCalls: list(object({})), media: list() }),
  LLM_GENERATE_EMBEDDINGS: object({ result: list(NUMBER) }),
  LLM_GET_EMBEDDINGS: object({ result: list() }),
  LLM_SEARCH_EMBEDDINGS: object({ result: list() }),
  LLM_SEARCH_INDEX: object({ result: list() }),
  LIST_MCP_TOOLS: object({ tools: list(object({ name: TEXT, description: TEXT })) }),
  CALL_MCP_TOOL: object({ content: list(), isError: BOOLEAN }),
}

/** What `${ref.…}` says of any task besides its input and output. */
export const ROW_SHAPE: Readonly<Record<string, Shape>> = {
  status: TEXT,
  taskId: TEXT,
  taskType: TEXT,
  referenceTaskName: TEXT,
  taskDefName: TEXT,
  workflowInstanceId: TEXT,
  correlationId: TEXT,
  reasonForIncompletion: TEXT,
  workerId: TEXT,
  retryCount: NUMBER,
  pollCount: NUMBER,
  iteration: NUMBER,
  scheduledTime: NUMBER,
  startTime: NUMBER,
  endTime: NUMBER,
  callbackAfterSeconds: NUMBER,
}

/** What `${workflow.…}` says besides input, output, variables, env and secrets. */
export const WORKFLOW_SHAPE: Readonly<Record<string, Shape>> = {
  workflowId: TEXT,
  workflowType: TEXT,
  version: NUMBER,
  status: TEXT,
  correlationId: TEXT,
  parentWorkflowId: TEXT,
  parentWorkflowTaskId: TEXT,
  reasonForIncompletion: TEXT,
  schemaVersion: NUMBER,
}

/** Orkes has these too; they are not suggested, and not called wrong. */
export const FURTHER_WORKFLOW_MEMBERS: ReadonlySet<string> = new Set([
  'createTime',
  'idempotencyKey',
  'taskToDomain',
  'env',
  'secrets',
])
