import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import { TASK_RESULT_STATUSES } from '@/server/model/status'
import { signalAndWait, signalWorkflow } from '@/server/operations/signal-workflow'
import { empty } from '@/server/rest/core/answers'
import { mapBody } from '@/server/rest/core/body'
import { oneOf } from '@/server/rest/core/path-values'
import { type Call, type Route, routesOf } from '@/server/rest/core/route'
import { returnStrategyQuery, signalResponse, wishOf } from '@/server/rest/workflow/signal-response'

const route = routesOf('Tasks')

/** They stand before the routes of results by reference name, which have the same shape. */
export const signalRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/tasks/:workflowId/:status/signal/sync',
    name: 'signalWorkflowTaskSync',
    summary: 'Answer the task that the workflow waits for; answers what it waits for next, or its end',
    query: [
      returnStrategyQuery,
      { name: 'timeoutMillis', type: 'integer', summary: 'How long to wait; 5000 when left out' },
      { name: 'requestId', type: 'string', summary: 'Your own id of the request' },
    ],
    body: mapBody,
    answer: { type: 'json' },
    handle: async (call) => {
      const { app, actor, tenant, param, query, signal } = call
      const wish = wishOf(query)
      const timeoutMs = query.int('timeoutMillis', 5_000)
      const inTime = await signalAndWait(app, actor, { ...signalOf(call), timeoutMs, signal })
      if (inTime === null) {
        throw new AppError('NOT_FOUND', `Found no blocked task in workflow ${param('workflowId')} to signal`)
      }
      return signalResponse(tenant, param('workflowId'), { ...wish, inTime })
    },
  }),
  route({
    method: 'POST',
    path: '/tasks/:workflowId/:status/signal',
    name: 'signalWorkflowTaskASync',
    summary: 'Answer the task that the workflow waits for, if there is one',
    body: mapBody,
    answer: { type: 'empty' },
    handle: async (call) => {
      await signalWorkflow(call.app, call.actor, signalOf(call))
      return empty()
    },
  }),
]

function signalOf({ body, param }: Call<JsonObject>) {
  return {
    workflowId: param('workflowId'),
    status: oneOf('status', TASK_RESULT_STATUSES, param('status')),
    output: body,
  }
}
