import { z } from 'zod'
import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import { type StartWorkflowRequest, startWorkflowRequestSchema } from '@/server/model/requests'
import { IDEMPOTENCY_STRATEGIES } from '@/server/model/workflow-def'
import { executeWorkflow } from '@/server/operations/execute-workflow'
import { startWorkflow } from '@/server/operations/start-workflow'
import { newId } from '@/server/platform/ids'
import { getWorkflowDefinition } from '@/server/queries/get-workflow-definition'
import { text } from '@/server/rest/core/answers'
import { checked, checkedAs, jsonBody, mapBody } from '@/server/rest/core/body'
import { oneOf, wholeNumber } from '@/server/rest/core/path-values'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'
import { signalResponse, waitQuery, wishOf } from './signal-response'

const route = routesOf('Workflows')

const startQuery: readonly QueryParameter[] = [
  { name: 'correlationId', type: 'string', summary: 'Your own id of what it is about' },
  { name: 'priority', type: 'integer', summary: '0 to 99, larger is sooner' },
]
const version: QueryParameter = { name: 'version', type: 'integer', summary: 'The latest when left out or 0' }

const executeBody = checkedAs(
  'startWorkflow',
  jsonBody(startWorkflowRequestSchema.extend({ name: z.string().nullish(), input: z.unknown().optional() })),
)

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
      const { param } = call
      return text(await startNamed(call, wholeNumber('version', param('version'))))
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/execute/:name/:version',
    name: 'executeWorkflow',
    summary: 'Start a workflow and wait for its end; answers its state when the time is up',
    query: waitQuery,
    body: executeBody,
    answer: { type: 'json' },
    handle: async ({ app, actor, tenant, body, param, query, signal }) => {
      const wish = { ...wishOf(query), requestId: query.text('requestId') ?? newId() }
      const requested = wholeNumber('version', param('version'))
      const request = { ...body, name: param('name'), version: requested || body.version, input: body.input ?? {} }
      const start = checked(startWorkflowRequestSchema, request, 'startWorkflow.arg0')
      const { workflowId, inTime } = await executeWorkflow(app, actor, {
        start,
        waitForSeconds: query.int('waitForSeconds', 0),
        waitUntilTaskRefs: query.list('waitUntilTaskRef'),
        signal,
      })
      return signalResponse(tenant, workflowId, { ...wish, inTime })
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
    handle: async (call) => text(await startNamed(call, call.query.int('version', 0))),
  }),
]

/** Where the definition stands in the path, Conductor looks for it by the words of a read. */
async function startNamed(call: Call<JsonObject>, version: number): Promise<string> {
  const { app, actor, tenant, param } = call
  try {
    return await startWorkflow(app, actor, requestOf(call, version))
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      await getWorkflowDefinition(tenant, param('name'), version || null)
    throw error
  }
}

/** The forms whose body is the input take everything else from path, query and headers. */
function requestOf({ body, param, query, header }: Call<JsonObject>, version: number): StartWorkflowRequest {
  const strategy = header('x-on-conflict')
  const priority = query.int('priority', 0)
  if (priority < 0 || priority > 99) throw priorityRefused(priority)
  const request = {
    name: param('name'),
    version,
    input: body,
    correlationId: query.text('correlationId'),
    priority,
    idempotencyKey: header('x-idempotency-key'),
    idempotencyStrategy: strategy && oneOf('X-on-conflict', IDEMPOTENCY_STRATEGIES, strategy),
  }
  return checked(startWorkflowRequestSchema, request, 'startWorkflow')
}

function priorityRefused(priority: number): AppError {
  const message = priority > 99 ? '99 is the maximum priority value' : '0 is the minimum priority value'
  return new AppError('BAD_REQUEST', 'Validation failed, check below errors for detail.', {
    validationErrors: [{ path: 'startWorkflow.arg3', message, invalidValue: String(priority) }],
  })
}
