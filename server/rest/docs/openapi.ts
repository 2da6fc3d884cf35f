import { z } from 'zod'
import type { JsonObject } from '@/server/model/json'
import { startWorkflowRequestSchema, taskResultSchema } from '@/server/model/requests'
import { taskDefSchema } from '@/server/model/task-def'
import { workflowDefSchema, workflowTaskSchema } from '@/server/model/workflow-def'
import type { AnswerSpec, QueryParameter, Route } from '@/server/rest/core/route'
import { serverVersion } from '@/server/rest/server-version'

/** The API's description, made from the route table that serves it, so that the two cannot disagree. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  WorkflowDef: workflowDefSchema,
  WorkflowTask: workflowTaskSchema,
  TaskDef: taskDefSchema,
  StartWorkflowRequest: startWorkflowRequestSchema,
  TaskResult: taskResultSchema,
}

export function describeApi(routes: readonly Route[]): JsonObject {
  const components: Record<string, object> = {}
  const schemaOf = createSchemaReader(components)
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemaOf) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Conductor Playground',
      version: serverVersion,
      description:
        'The HTTP API of Conductor. Send a namespace token, or a token from POST /api/token, as X-Authorization.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: paths as JsonObject,
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Authorization' } },
      schemas: { ...components, ErrorResponse: ERROR_RESPONSE } as JsonObject,
    },
  }
}

const ERROR_RESPONSE: JsonObject = {
  type: 'object',
  required: ['status', 'message', 'retryable'],
  properties: {
    status: { type: 'integer' },
    message: { type: 'string' },
    instance: { type: 'string' },
    retryable: { type: 'boolean' },
    error: { type: 'string', enum: ['INVALID_TOKEN', 'EXPIRED_TOKEN'] },
    validationErrors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          message: { type: 'string' },
          invalidValue: { type: 'string' },
        },
      },
    },
  },
}

type SchemaReader = (schema: z.ZodType) => object

/** Schemas with a name become components; the others stay where they are used. */
function createSchemaReader(components: Record<string, object>): SchemaReader {
  const names = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) names.add(schema, { id })
  return (schema) => {
    // Wrapped, so that a named schema is referred to even where it stands alone.
    const wrapped = z.toJSONSchema(z.object({ it: schema }), { io: 'input', unrepresentable: 'any', metadata: names })
    const { $defs = {}, properties } = withoutAnonymous(JSON.parse(JSON.stringify(wrapped)))
    for (const name of Object.keys(NAMED)) if ($defs[name]) components[name] = $defs[name]
    return properties.it as object
  }
}

interface Described {
  readonly $defs?: Readonly<Record<string, { readonly type?: string }>>
  readonly properties: { readonly it: object }
}

/** Zod makes up names where a schema contains itself: a list of tasks is written out, any JSON value becomes `{}`. */
function withoutAnonymous(described: Described): Described {
  const { $defs = {} } = described
  const text = JSON.stringify(described).replace(/\{"\$ref":"#\/\$defs\/(__schema\d+)"\}/g, (_, name: string) =>
    $defs[name]?.type === 'array' ? JSON.stringify($defs[name]) : '{}',
  )
  return JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/')) as Described
}

function operation(route: Route, schemaOf: SchemaReader): object {
  const { body } = route
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [route.tag],
    ...(route.access === 'public' && { security: [] }),
    parameters: [...pathParameters(route.path), ...route.query.map(queryParameter)],
    ...(body.contentType !== null && {
      requestBody: { content: { [body.contentType]: { schema: schemaOf(body.schema) } } },
    }),
    responses: {
      ...answers(route.answer, schemaOf),
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorResponse' } } },
      },
    },
  }
}

function answers(answer: AnswerSpec, schemaOf: SchemaReader): object {
  switch (answer.type) {
    case 'json':
      return {
        200: {
          description: 'OK',
          content: { 'application/json': { schema: answer.schema ? schemaOf(answer.schema) : {} } },
        },
      }
    case 'text':
      return { 200: { description: 'OK', content: { 'text/plain': { schema: { type: 'string' } } } } }
    case 'empty':
      return { 200: { description: 'Done' } }
    case 'no-content':
      return { 204: { description: 'Done' } }
  }
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameter({ name, type, summary }: QueryParameter): object {
  const schema = type === 'list' ? { type: 'array', items: { type: 'string' } } : { type }
  return { name, in: 'query', description: summary, schema }
}
