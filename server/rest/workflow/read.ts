import { z } from 'zod'
import type { JsonObject } from '@/server/model/json'
import { toWireTask } from '@/server/model/wire-task'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { getWorkflow, getWorkflows } from '@/server/queries/get-workflow'
import { getWorkflowStatus } from '@/server/queries/get-workflow-status'
import { listCorrelatedIds, listRunningIds } from '@/server/queries/list-workflow-ids'
import { listWorkflowTasks } from '@/server/queries/list-workflow-tasks'
import { json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflows')

const correlationQuery: readonly QueryParameter[] = [
  { name: 'includeClosed', type: 'boolean', summary: 'Ended ones too' },
  { name: 'includeTasks', type: 'boolean', summary: 'With their tasks' },
]

export const workflowReadRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/workflow/running/:name',
    name: 'getRunningWorkflow',
    summary: 'Ids of the open executions of a definition',
    query: [
      { name: 'version', type: 'integer', summary: 'Among those started in a range; 1 when left out' },
      { name: 'startTime', type: 'integer', summary: 'Started from (ms); with endTime' },
      { name: 'endTime', type: 'integer', summary: 'Started until (ms); with startTime' },
    ],
    body: noBody,
    answer: { type: 'json', schema: z.array(z.string()) },
    handle: async ({ tenant, param, query }) =>
      json(
        await listRunningIds(tenant, {
          name: param('name'),
          version: query.int('version', 1),
          startedFrom: query.long('startTime', 0),
          startedTo: query.long('endTime', 0),
        }),
      ),
  }),
  route({
    method: 'GET',
    path: '/workflow/:name/correlated/:correlationId',
    name: 'getWorkflowsByCorrelationId',
    summary: 'Executions of a definition with one correlation id',
    query: correlationQuery,
    body: noBody,
    answer: { type: 'json' },
    handle: async (call) => {
      const correlationId = call.param('correlationId')
      const found = await findCorrelated(call, [call.param('name')], [correlationId])
      return json(found[correlationId] ?? [])
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/correlated/batch',
    name: 'getWorkflowsByNamesAndCorrelationIds',
    summary: 'Executions of several definitions by correlation id',
    query: correlationQuery,
    body: jsonBody(z.object({ correlationIds: z.array(z.string()), workflowNames: z.array(z.string()) })),
    answer: { type: 'json' },
    handle: async (call) => json(await findCorrelated(call, call.body.workflowNames, call.body.correlationIds)),
  }),
  route({
    method: 'POST',
    path: '/workflow/:name/correlated',
    name: 'getWorkflowsByCorrelationIds',
    summary: 'Executions of a definition by several correlation ids',
    query: correlationQuery,
    body: jsonBody(z.array(z.string())),
    answer: { type: 'json' },
    handle: async (call) => json(await findCorrelated(call, [call.param('name')], call.body)),
  }),
  route({
    method: 'GET',
    path: '/workflow/:workflowId/status',
    name: 'getWorkflowStatus',
    summary: 'The status of an execution',
    query: [
      { name: 'includeOutput', type: 'boolean', summary: 'With its output' },
      { name: 'includeVariables', type: 'boolean', summary: 'With its variables' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param, query }) => {
      const { output, variables, correlationId, ...status } = await getWorkflowStatus(tenant, param('workflowId'))
      return json({
        ...status,
        ...(correlationId !== null && { correlationId }),
        ...(query.flag('includeOutput', false) && { output }),
        ...(query.flag('includeVariables', false) && { variables }),
      })
    },
  }),
  route({
    method: 'GET',
    path: '/workflow/:workflowId/tasks',
    name: 'getExecutionStatusTaskList',
    summary: 'The tasks of an execution, a page at a time',
    query: [
      { name: 'start', type: 'integer', summary: 'Offset' },
      { name: 'count', type: 'integer', summary: 'Page size, 15 when left out' },
      { name: 'status', type: 'list', summary: 'Only tasks in these statuses' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param, query }) => {
      const { totalHits, results } = await listWorkflowTasks(tenant, param('workflowId'), {
        start: Math.max(0, query.int('start', 0)),
        count: Math.max(0, query.int('count', 15)),
        statuses: query.list('status'),
      })
      return json({ totalHits, results: results.map(({ task, owner, taskDef }) => toWireTask(task, owner, taskDef)) })
    },
  }),
  route({
    method: 'GET',
    path: '/workflow/:workflowId',
    name: 'getExecutionStatus',
    summary: 'An execution',
    query: [{ name: 'includeTasks', type: 'boolean', summary: 'With its tasks (the default)' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param, query }) =>
      json(toWireWorkflow(await getWorkflow(tenant, param('workflowId'), query.flag('includeTasks', true)))),
  }),
]

async function findCorrelated(
  { tenant, query }: Pick<Call<unknown>, 'tenant' | 'query'>,
  names: readonly string[],
  correlationIds: readonly string[],
): Promise<Record<string, JsonObject[]>> {
  const ids = await listCorrelatedIds(tenant, {
    names,
    correlationIds,
    includeClosed: query.flag('includeClosed', false),
  })
  const found: Record<string, JsonObject[]> = Object.fromEntries(correlationIds.map((id) => [id, []]))
  for (const stored of await getWorkflows(tenant, ids, query.flag('includeTasks', false)))
    found[stored.workflow.correlationId ?? '']?.push(toWireWorkflow(stored))
  return found
}
