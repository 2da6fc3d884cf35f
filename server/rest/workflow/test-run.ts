import { workflowTestRequestSchema } from '@/server/model/requests'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { testWorkflow } from '@/server/operations/test-workflow'
import { json } from '@/server/rest/core/answers'
import { checkedAs, jsonBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { rehearsalResponse } from './signal-response'

const route = routesOf('Workflows')

const testBody = checkedAs('startWorkflow', jsonBody(workflowTestRequestSchema))

export const workflowTestRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/workflow/test',
    name: 'testWorkflow',
    summary: 'Run a workflow in memory on mocked answers; nothing is stored and no worker is asked',
    body: testBody,
    answer: { type: 'json' },
    handle: async ({ app, actor, body }) => json(toWireWorkflow(await testWorkflow(app, actor, body))),
  }),
  route({
    method: 'POST',
    path: '/workflow/test/sync',
    name: 'testWorkflowSync',
    summary: 'As the test, answered like an execution that was waited for',
    query: [{ name: 'requestId', type: 'string', summary: 'Your own id of the request' }],
    body: testBody,
    answer: { type: 'json' },
    handle: async ({ app, actor, body, query }) =>
      rehearsalResponse(await testWorkflow(app, actor, body), query.text('requestId')),
  }),
]
