import {
  choice,
  code,
  type FormField,
  type FormSchema,
  flag,
  json,
  lines,
  map,
  number,
  required,
  text,
} from './form-schema'

const NOTE = 'This server does not run tasks of this type: a workflow with one cannot be saved here.'

const elsewhere = (...fields: FormField[]): FormSchema => ({ note: NOTE, inputs: 'Other inputs', fields })

const model = [text('llmProvider', 'Provider', required), text('model', 'Model', required)]
const sampling = [
  number('temperature', 'Temperature'),
  number('topP', 'Top P'),
  number('maxTokens', 'At most … tokens'),
]
const store = [
  text('vectorDB', 'Vector database', required),
  text('namespace', 'Namespace'),
  text('index', 'Index', required),
]
const embedding = [
  text('embeddingModelProvider', 'Provider of embeddings'),
  text('embeddingModel', 'Model of embeddings'),
]
const served = [text('mcpServer', 'MCP server', required), map('headers', 'Headers')]

/** Types of the reference that run elsewhere: a definition that has one can still be read and edited. */
export const ELSEWHERE_TYPES: Readonly<Record<string, FormSchema>> = {
  LLM_TEXT_COMPLETE: elsewhere(
    ...model,
    text('promptName', 'Prompt'),
    map('promptVariables', 'Variables'),
    ...sampling,
    lines('stopWords', 'Stop words'),
  ),
  LLM_CHAT_COMPLETE: elsewhere(
    ...model,
    code('instructions', 'Instructions'),
    json('messages', 'Messages'),
    code('userInput', 'User’s words'),
    json('tools', 'Tools'),
    flag('jsonOutput', 'Answer in JSON'),
    ...sampling,
  ),
  LLM_GENERATE_EMBEDDINGS: elsewhere(...model, code('text', 'Text', required)),
  LLM_GET_EMBEDDINGS: elsewhere(...store, json('embeddings', 'Embeddings', required), number('maxResults', 'At most')),
  LLM_STORE_EMBEDDINGS: elsewhere(
    ...store,
    json('embeddings', 'Embeddings', required),
    text('id', 'Id'),
    map('metadata', 'Metadata'),
  ),
  LLM_SEARCH_EMBEDDINGS: elsewhere(
    ...store,
    json('embeddings', 'Embeddings', required),
    number('maxResults', 'At most'),
  ),
  LLM_INDEX_TEXT: elsewhere(
    ...store,
    ...embedding,
    code('text', 'Text', required),
    text('docId', 'Id of the document'),
    map('metadata', 'Metadata'),
  ),
  LLM_INDEX_DOCUMENT: elsewhere(
    ...store,
    ...embedding,
    text('url', 'Address', required),
    text('mediaType', 'Media type'),
    number('chunkSize', 'Size of a chunk'),
  ),
  LLM_SEARCH_INDEX: elsewhere(
    ...store,
    ...embedding,
    code('query', 'Query', required),
    number('maxResults', 'At most'),
  ),
  GENERATE_IMAGE: elsewhere(
    ...model,
    code('prompt', 'Prompt', required),
    number('width', 'Width'),
    number('height', 'Height'),
    number('n', 'How many'),
  ),
  GENERATE_AUDIO: elsewhere(...model, code('text', 'Text', required), text('voice', 'Voice')),
  GENERATE_VIDEO: elsewhere(...model, code('prompt', 'Prompt', required), number('duration', 'Seconds')),
  GENERATE_PDF: elsewhere(
    code('markdown', 'Markdown', required),
    choice('pageSize', 'Page', { options: ['A4', 'LETTER', 'LEGAL'] }),
  ),
  LIST_MCP_TOOLS: elsewhere(...served),
  CALL_MCP_TOOL: elsewhere(...served, text('method', 'Tool', required), map('arguments', 'Arguments')),
  AGENT: elsewhere(
    text('agentUrl', 'Agent', required),
    code('text', 'Message', required),
    number('maxDurationSeconds', 'At most … seconds'),
  ),
  GET_AGENT_CARD: elsewhere(text('agentUrl', 'Agent', required)),
  CANCEL_AGENT: elsewhere(text('agentUrl', 'Agent', required), text('taskId', 'Task of the agent', required)),
  CHUNK_TEXT: elsewhere(
    code('text', 'Text', required),
    number('chunkSize', 'Size of a chunk'),
    text('mediaType', 'Media type'),
  ),
  LIST_FILES: elsewhere(text('url', 'Folder', required), text('integrationName', 'Integration')),
  PARSE_DOCUMENT: elsewhere(text('url', 'Address', required), text('mediaType', 'Media type')),
  GET_DOCUMENT: elsewhere(text('url', 'Address', required), text('mediaType', 'Media type')),
  GRPC: elsewhere(
    text('host', 'Host', required),
    number('port', 'Port', required),
    text('service', 'Service', required),
    text('method', 'Method', required),
    choice('methodType', 'Kind', { options: ['UNARY', 'CLIENT_STREAMING', 'SERVER_STREAMING', 'BIDI_STREAMING'] }),
    json('request', 'Request'),
    map('headers', 'Headers'),
    flag('useSSL', 'TLS'),
    text('inputType', 'Type of the request'),
    text('outputType', 'Type of the answer'),
  ),
  SENDGRID: elsewhere(
    text('from', 'From', required),
    text('to', 'To', required),
    text('subject', 'Subject', required),
    choice('contentType', 'Form', { options: ['text/plain', 'text/html'] }),
    code('content', 'Text', required),
    text('sendgridConfiguration', 'Integration'),
  ),
  OPS_GENIE: elsewhere(
    text('alias', 'Alias'),
    text('message', 'Message', required),
    code('description', 'Description'),
    choice('priority', 'Priority', { options: ['P1', 'P2', 'P3', 'P4', 'P5'] }),
    json('visibleTo', 'Visible to'),
    map('details', 'Details'),
  ),
}
