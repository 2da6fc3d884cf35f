import { toWorkflowSummary } from '@/server/model/wire-summary'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { searchWorkflowsByTasks } from '@/server/queries/search-tasks'
import { searchWorkflows } from '@/server/queries/search-workflows'
import { json } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { searchParameters, searchRequest } from '@/server/rest/core/search-query'

const route = routesOf('Workflows')

interface Search {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly find: typeof searchWorkflows
  /** Executions as a read answers them, not the summary of each. */
  readonly inFull: boolean
}

const searchRoute = ({ path, name, summary, find, inFull }: Search): Route =>
  route({
    method: 'GET',
    path,
    name,
    summary,
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await find(tenant, searchRequest(query, name), inFull)
      const wire = inFull ? results.map(toWireWorkflow) : results.map(({ workflow }) => toWorkflowSummary(workflow))
      return json({ totalHits, results: wire })
    },
  })

export const workflowSearchRoutes: readonly Route[] = [
  searchRoute({
    path: '/workflow/search',
    name: 'searchWorkflows',
    summary: 'Search executions',
    find: searchWorkflows,
    inFull: false,
  }),
  searchRoute({
    path: '/workflow/search-v2',
    name: 'searchWorkflowsV2',
    summary: 'Search executions; answers them in full',
    find: searchWorkflows,
    inFull: true,
  }),
  searchRoute({
    path: '/workflow/search-by-tasks',
    name: 'searchWorkflowsByTasks',
    summary: 'Search executions by their tasks',
    find: searchWorkflowsByTasks,
    inFull: false,
  }),
  searchRoute({
    path: '/workflow/search-by-tasks-v2',
    name: 'searchWorkflowsByTasksV2',
    summary: 'Search executions by their tasks; answers them in full',
    find: searchWorkflowsByTasks,
    inFull: true,
  }),
]
