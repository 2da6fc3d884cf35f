import { workflowTestRequestSchema } from '@/server/model/requests'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { testWorkflow } from '@/server/operations/test-workflow'
import { json } from '@/server/rest/core/answers'
import { jsonBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflows')

export const workflowTestRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/workflow/test',
    name: 'testWorkflow',
    summary: 'Run a workflow in memory on mocked answers; nothing is stored and no worker is asked',
    body: jsonBody(workflowTestRequestSchema),
    answer: { type: 'json' },
    handle: async ({ app, actor, body }) => {
      const { workflow, snapshot, tasks } = await testWorkflow(app, actor, body)
      return json(toWireWorkflow(workflow, snapshot, tasks))
    },
  }),
]
