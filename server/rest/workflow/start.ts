import { z } from 'zod'
import type { JsonObject } from '@/server/model/json'
import { type StartWorkflowRequest, startWorkflowRequestSchema } from '@/server/model/requests'
import { IDEMPOTENCY_STRATEGIES } from '@/server/model/workflow-def'
import { executeWorkflow } from '@/server/operations/execute-workflow'
import { startWorkflow } from '@/server/operations/start-workflow'
import { text } from '@/server/rest/core/answers'
import { checked, jsonBody, mapBody } from '@/server/rest/core/body'
import { oneOf, wholeNumber } from '@/server/rest/core/path-values'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'
import { returnStrategyQuery, signalResponse, wishOf } from './signal-response'

const route = routesOf('Workflows')

const startQuery: readonly QueryParameter[] = [
  { name: 'correlationId', type: 'string', summary: 'Your own id of what it is about' },
  { name: 'priority', type: 'integer', summary: '0 to 99, larger is sooner' },
]
const version: QueryParameter = { name: 'version', type: 'integer', summary: 'The latest when left out or 0' }

export const workflowStartRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/workflow',
    name: 'startWorkflow',
    summary: 'Start a workflow; answers its id',
    body: jsonBody(startWorkflowRequestSchema),
    answer: { type: 'text' },
    handle: async ({ app, actor, body }) => text(await startWorkflow(app, actor, body)),
  }),
  route({
    method: 'POST',
    path: '/workflow/start/:name/:version',
    name: 'startWorkflowVersion',
    summary: 'Start a version of a workflow with the body as its input',
    query: startQuery,
    body: mapBody,
    answer: { type: 'text' },
    handle: async (call) => {
      const { app, actor, param } = call
      return text(await startWorkflow(app, actor, requestOf(call, wholeNumber('version', param('version')))))
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/execute/:name/:version',
    name: 'executeWorkflow',
    summary: 'Start a workflow and wait for its end; answers its state when the time is up',
    query: [
      { name: 'waitForSeconds', type: 'integer', summary: '10 when left out or 0' },
      { name: 'waitUntilTaskRef', type: 'list', summary: 'Stop waiting when one of these tasks has ended' },
      { name: 'requestId', type: 'string', summary: 'Your own id of the request' },
      returnStrategyQuery,
    ],
    body: jsonBody(startWorkflowRequestSchema.extend({ name: z.string().nullish(), input: z.unknown().optional() })),
    answer: { type: 'json' },
    handle: async ({ app, actor, tenant, body, param, query, signal }) => {
      const wish = wishOf(query)
      const requested = wholeNumber('version', param('version'))
      const request = { ...body, name: param('name'), version: requested || body.version, input: body.input ?? {} }
      const start = checked(startWorkflowRequestSchema, request, 'executeWorkflow.arg0')
      const workflowId = await executeWorkflow(app, actor, {
        start,
        waitForSeconds: query.int('waitForSeconds', 0),
        waitUntilTaskRefs: query.list('waitUntilTaskRef'),
        signal,
      })
      return signalResponse(tenant, workflowId, wish)
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:name',
    name: 'startWorkflowByName',
    summary: 'Start a workflow with the body as its input; answers its id',
    query: [version, ...startQuery],
    body: mapBody,
    answer: { type: 'text' },
    handle: async (call) =>
      text(await startWorkflow(call.app, call.actor, requestOf(call, call.query.int('version', 0)))),
  }),
]

/** The forms whose body is the input take everything else from path, query and headers. */
function requestOf({ body, param, query, header }: Call<JsonObject>, version: number): StartWorkflowRequest {
  const strategy = header('x-on-conflict')
  const request = {
    name: param('name'),
    version,
    input: body,
    correlationId: query.text('correlationId'),
    priority: query.int('priority', 0),
    idempotencyKey: header('x-idempotency-key'),
    idempotencyStrategy: strategy && oneOf('X-on-conflict', IDEMPOTENCY_STRATEGIES, strategy),
  }
  return checked(startWorkflowRequestSchema, request, 'startWorkflow')
}
