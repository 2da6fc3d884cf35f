import { z } from 'zod'
import { isUuid } from '@/server/model/ids'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { type BulkWorkflows, bulkWorkflows } from '@/server/operations/bulk-workflows'
import { getWorkflows } from '@/server/queries/get-workflow'
import { json } from '@/server/rest/core/answers'
import { checkedAs, jsonBody } from '@/server/rest/core/body'
import type { QueryReader } from '@/server/rest/core/query-reader'
import { type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Bulk')
const MOST_IDS = 1_000
const ids = z
  .array(z.string())
  .min(1, 'WorkflowIds list cannot be null.')
  .max(MOST_IDS, `Cannot process more than ${MOST_IDS} workflows. Please use multiple requests.`)

interface BulkRoute {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly name: string
  /** Conductor's name of the method, which its validation errors begin with. */
  readonly root: string
  readonly summary: string
  readonly action: BulkWorkflows['action']
  readonly query?: readonly QueryParameter[]
}

const reason: QueryParameter = { name: 'reason', type: 'string', summary: 'Why' }
const useLatest: QueryParameter = {
  name: 'useLatestDefinitions',
  type: 'boolean',
  summary: 'With the newest definition',
}
const withFailure: QueryParameter = {
  name: 'triggerFailureWorkflow',
  type: 'boolean',
  summary: 'Start their failure workflows too',
}

const TABLE: readonly BulkRoute[] = [
  {
    method: 'PUT',
    path: 'pause',
    name: 'pauseWorkflows',
    root: 'pauseWorkflow',
    summary: 'Pause executions',
    action: 'pause',
  },
  {
    method: 'PUT',
    path: 'resume',
    name: 'resumeWorkflows',
    root: 'resumeWorkflow',
    summary: 'Resume executions',
    action: 'resume',
  },
  {
    method: 'POST',
    path: 'restart',
    name: 'restartWorkflows',
    root: 'restart',
    summary: 'Restart executions',
    action: 'restart',
    query: [useLatest],
  },
  {
    method: 'POST',
    path: 'retry',
    name: 'retryWorkflows',
    root: 'retry',
    summary: 'Retry executions',
    action: 'retry',
  },
  {
    method: 'POST',
    path: 'terminate',
    name: 'terminateWorkflows',
    root: 'terminate',
    summary: 'Terminate executions',
    action: 'terminate',
    query: [reason, withFailure],
  },
  {
    method: 'DELETE',
    path: 'remove',
    name: 'removeWorkflows',
    root: 'deleteWorkflow',
    summary: 'Delete executions',
    action: 'remove',
  },
  {
    method: 'POST',
    path: 'delete',
    name: 'deleteWorkflows',
    root: 'deleteWorkflow',
    summary: 'Delete executions',
    action: 'remove',
  },
  {
    method: 'DELETE',
    path: 'terminate-remove',
    name: 'terminateAndRemoveWorkflows',
    root: 'terminateRemove',
    summary: 'Terminate executions and delete them',
    action: 'terminate-remove',
    query: [reason],
  },
]

const actionRoutes: readonly Route[] = TABLE.map(({ path, action, root, ...facts }) =>
  route({
    ...facts,
    path: `/workflow/bulk/${path}`,
    body: checkedAs(root, jsonBody(ids)),
    answer: { type: 'json' },
    handle: async ({ app, actor, body, query }) =>
      json(await bulkWorkflows(app, actor, { action, workflowIds: body, ...optionsOf(query) })),
  }),
)

const searchRoute: Route = route({
  method: 'POST',
  path: '/workflow/bulk/search',
  name: 'searchWorkflow',
  summary: 'Read executions',
  query: [{ name: 'includeTasks', type: 'boolean', summary: 'With their tasks (the default)' }],
  body: checkedAs('searchWorkflow', jsonBody(ids)),
  answer: { type: 'json' },
  handle: async ({ tenant, body, query }) => {
    const found = await getWorkflows(tenant, body.filter(isUuid), query.flag('includeTasks', true))
    const wire = new Map(found.map((each) => [each.workflow.workflowId as string, toWireWorkflow(each)]))
    const missing = body.filter((id) => !wire.has(id)).map((id) => [id, `No such workflow found by id: ${id}`])
    return json({
      bulkErrorResults: Object.fromEntries(missing),
      bulkSuccessfulResults: body.flatMap((id) => wire.get(id) ?? []),
    })
  },
})

export const workflowBulkRoutes: readonly Route[] = [...actionRoutes, searchRoute]

function optionsOf(query: QueryReader) {
  return {
    reason: query.text('reason'),
    useLatest: query.flag('useLatestDefinitions', false),
    triggerFailureWorkflow: query.flag('triggerFailureWorkflow', false),
  }
}
