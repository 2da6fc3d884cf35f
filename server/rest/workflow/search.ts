import { toWorkflowSummary } from '@/server/model/wire-summary'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { searchWorkflowsByTasks } from '@/server/queries/search-tasks'
import { searchWorkflows } from '@/server/queries/search-workflows'
import { json } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { searchParameters, searchRequest } from '@/server/rest/core/search-query'

const route = routesOf('Workflows')

export const workflowSearchRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/workflow/search',
    name: 'searchWorkflows',
    summary: 'Search executions',
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchWorkflows(tenant, searchRequest(query))
      return json({ totalHits, results: results.map(({ workflow }) => toWorkflowSummary(workflow)) })
    },
  }),
  route({
    method: 'GET',
    path: '/workflow/search-v2',
    name: 'searchWorkflowsV2',
    summary: 'Search executions; answers them in full',
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchWorkflows(tenant, searchRequest(query, 'searchWorkflowsV2'), true)
      const wire = results.map(({ workflow, snapshot, tasks }) => toWireWorkflow(workflow, snapshot, tasks))
      return json({ totalHits, results: wire })
    },
  }),
  route({
    method: 'GET',
    path: '/workflow/search-by-tasks',
    name: 'searchWorkflowsByTasks',
    summary: 'Search executions by their tasks',
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchWorkflowsByTasks(
        tenant,
        searchRequest(query, 'searchWorkflowsByTasks'),
      )
      return json({ totalHits, results: results.map(({ workflow }) => toWorkflowSummary(workflow)) })
    },
  }),
  route({
    method: 'GET',
    path: '/workflow/search-by-tasks-v2',
    name: 'searchWorkflowsByTasksV2',
    summary: 'Search executions by their tasks; answers them in full',
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchWorkflowsByTasks(
        tenant,
        searchRequest(query, 'searchWorkflowsByTasksV2'),
        true,
      )
      const wire = results.map(({ workflow, snapshot, tasks }) => toWireWorkflow(workflow, snapshot, tasks))
      return json({ totalHits, results: wire })
    },
  }),
]
