import { z } from 'zod'
import { type BulkWorkflows, bulkWorkflows } from '@/server/operations/bulk-workflows'
import { json } from '@/server/rest/core/answers'
import { jsonBody } from '@/server/rest/core/body'
import type { QueryReader } from '@/server/rest/core/query-reader'
import { type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Bulk')
const ids = jsonBody(z.array(z.string()))

interface BulkRoute {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly name: string
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
  { method: 'PUT', path: 'pause', name: 'pauseWorkflows', summary: 'Pause executions', action: 'pause' },
  { method: 'PUT', path: 'resume', name: 'resumeWorkflows', summary: 'Resume executions', action: 'resume' },
  {
    method: 'POST',
    path: 'restart',
    name: 'restartWorkflows',
    summary: 'Restart executions',
    action: 'restart',
    query: [useLatest],
  },
  { method: 'POST', path: 'retry', name: 'retryWorkflows', summary: 'Retry executions', action: 'retry' },
  {
    method: 'POST',
    path: 'terminate',
    name: 'terminateWorkflows',
    summary: 'Terminate executions',
    action: 'terminate',
    query: [reason, withFailure],
  },
  { method: 'DELETE', path: 'remove', name: 'removeWorkflows', summary: 'Delete executions', action: 'remove' },
  { method: 'POST', path: 'delete', name: 'deleteWorkflows', summary: 'Delete executions', action: 'remove' },
  {
    method: 'DELETE',
    path: 'terminate-remove',
    name: 'terminateAndRemoveWorkflows',
    summary: 'Terminate executions and delete them',
    action: 'terminate-remove',
    query: [reason],
  },
]

export const workflowBulkRoutes: readonly Route[] = TABLE.map(({ path, action, ...facts }) =>
  route({
    ...facts,
    path: `/workflow/bulk/${path}`,
    body: ids,
    answer: { type: 'json' },
    handle: async ({ app, actor, body, query }) =>
      json(await bulkWorkflows(app, actor, { action, workflowIds: body, ...optionsOf(query) })),
  }),
)

function optionsOf(query: QueryReader) {
  return {
    reason: query.text('reason'),
    useLatest: query.flag('useLatestDefinitions', false),
    triggerFailureWorkflow: query.flag('triggerFailureWorkflow', false),
  }
}
