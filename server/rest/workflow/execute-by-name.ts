import type { JsonObject } from '@/server/model/json'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import { executeWorkflow } from '@/server/operations/execute-workflow'
import { getWorkflow } from '@/server/queries/get-workflow'
import { json } from '@/server/rest/core/answers'
import { checked, mapBody, noBody } from '@/server/rest/core/body'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflows')
const version: QueryParameter = { name: 'version', type: 'integer', summary: 'The latest when left out or 0' }

/** Older forms of executing: everything but the input is in headers, and only the output is answered. */
export const workflowExecuteByNameRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/workflow/execute/:name',
    name: 'executeWorkflowAsAPI',
    summary: 'Start a workflow with the body as its input and wait for its output',
    query: [version],
    body: mapBody,
    answer: { type: 'json' },
    handle: (call) => execute(call, call.body),
  }),
  route({
    method: 'GET',
    path: '/workflow/execute/:name',
    name: 'executeWorkflowAsGetAPI',
    summary: 'Start a workflow with the query parameters as its input and wait for its output',
    query: [version],
    body: noBody,
    answer: { type: 'json' },
    handle: (call) => {
      const { version: _, ...input } = call.query.all()
      return execute(call, input)
    },
  }),
]

async function execute(call: Call<unknown>, input: JsonObject): Promise<Response> {
  const { app, actor, tenant, param, query, header, signal } = call
  const idempotencyStrategy = header('x-on-conflict')
  const request = {
    name: param('name'),
    version: query.int('version', 0),
    input,
    idempotencyKey: header('x-idempotency-key'),
    idempotencyStrategy,
  }
  const { workflowId } = await executeWorkflow(app, actor, {
    start: checked(startWorkflowRequestSchema, request, 'executeWorkflowAsAPI.arg0'),
    waitForSeconds: Number(header('waitforseconds') ?? 0) || 0,
    waitUntilTaskRefs: (header('waituntiltaskref') ?? '').split(',').filter((ref) => ref.trim() !== ''),
    signal,
  })
  const { workflow } = await getWorkflow(tenant, workflowId, false)
  return json(workflow.output)
}
