/**
 * Every task type of Conductor that has a meaning of its own. Anything else is the name of a worker.
 * The engine's operator registry says which of these it runs; registration refuses the others by name.
 */
export const SYSTEM_TASK_TYPES = [
  'SIMPLE', 'DYNAMIC', 'FORK_JOIN', 'FORK_JOIN_DYNAMIC', 'JOIN', 'EXCLUSIVE_JOIN', 'DECISION', 'SWITCH', 'DO_WHILE',
  'SUB_WORKFLOW', 'START_WORKFLOW', 'EVENT', 'WAIT', 'HUMAN', 'INLINE', 'LAMBDA', 'JSON_JQ_TRANSFORM', 'HTTP',
  'KAFKA_PUBLISH', 'SET_VARIABLE', 'TERMINATE', 'NOOP', 'PULL_WORKFLOW_MESSAGES', 'JDBC', 'HTTP_POLL',
  'WAIT_FOR_WEBHOOK', 'YIELD', 'UPDATE_TASK', 'UPDATE_SECRET', 'GET_WORKFLOW', 'TERMINATE_WORKFLOW',
  'QUERY_PROCESSOR', 'BUSINESS_RULE', 'GRPC', 'GET_SIGNED_JWT', 'OPS_GENIE', 'SENDGRID',
  'LLM_TEXT_COMPLETE', 'LLM_CHAT_COMPLETE', 'LLM_GENERATE_EMBEDDINGS', 'LLM_GET_EMBEDDINGS', 'LLM_STORE_EMBEDDINGS',
  'LLM_SEARCH_EMBEDDINGS', 'LLM_INDEX_TEXT', 'LLM_INDEX_DOCUMENT', 'LLM_SEARCH_INDEX', 'GENERATE_IMAGE',
  'GENERATE_AUDIO', 'GENERATE_VIDEO', 'GENERATE_PDF', 'LIST_MCP_TOOLS', 'CALL_MCP_TOOL', 'AGENT', 'GET_AGENT_CARD',
  'CANCEL_AGENT', 'CHUNK_TEXT', 'LIST_FILES', 'PARSE_DOCUMENT', 'GET_DOCUMENT',
] as const
export type SystemTaskType = (typeof SYSTEM_TASK_TYPES)[number]

const known: ReadonlySet<string> = new Set(SYSTEM_TASK_TYPES)

export function isSystemTaskType(type: string): type is SystemTaskType {
  return known.has(type)
}
