import { isTerminalWorkflow } from '@/server/model/status'
import { toWireTask } from '@/server/model/wire-task'
import { decideWorkflow } from '@/server/operations/decide-workflow'
import { getWorkflow } from '@/server/queries/get-workflow'
import { searchTasks } from '@/server/queries/search-tasks'
import { serverVersion } from '@/server/rest/server-version'
import { json, text } from './core/answers'
import { noBody } from './core/body'
import { type Route, routesOf } from './core/route'

const route = routesOf('Admin')
const MOST = 1_000

/** What Conductor lets operators look into, as far as a namespace may see it. */
export const adminRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/admin/config',
    name: 'getAllConfig',
    summary: 'The version of this server and its limits; nothing of the machine it runs on',
    body: noBody,
    answer: { type: 'json' },
    handle: ({ app }) => json({ version: serverVersion, ...app.limits }),
  }),
  route({
    method: 'GET',
    path: '/admin/task/:taskType',
    name: 'view',
    summary: 'Tasks of one type that wait or are being worked on',
    query: [
      { name: 'start', type: 'integer', summary: 'Offset' },
      { name: 'count', type: 'integer', summary: '100 when left out' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param, query }) => {
      const found = await searchTasks(tenant, {
        start: Math.max(0, query.int('start', 0)),
        size: Math.min(MOST, Math.max(0, query.int('count', 100))),
        sort: '',
        freeText: '*',
        query: `taskType = '${param('taskType').replaceAll("'", "\\'")}' AND status IN (SCHEDULED, IN_PROGRESS)`,
      })
      return json(found.results.map(({ task, owner, taskDef }) => toWireTask(task, owner, taskDef)))
    },
  }),
  route({
    method: 'POST',
    path: '/admin/sweep/requeue/:workflowId',
    name: 'requeueSweep',
    summary: 'Look at an execution now',
    body: noBody,
    answer: { type: 'text' },
    handle: async ({ app, actor, param }) => {
      await decideWorkflow(app, actor, param('workflowId'))
      return text(`true.${param('workflowId')}`)
    },
  }),
  route({
    method: 'POST',
    path: '/admin/consistency/verifyAndRepair/:workflowId',
    name: 'verifyAndRepairWorkflowConsistency',
    summary: 'Look at an execution now; nothing is stored twice here, so nothing needs repair',
    body: noBody,
    answer: { type: 'text' },
    handle: async ({ app, actor, tenant, param }) => {
      const { workflow } = await getWorkflow(tenant, param('workflowId'), false)
      if (!isTerminalWorkflow(workflow.status)) await decideWorkflow(app, actor, workflow.workflowId)
      return text('false')
    },
  }),
  route({
    method: 'GET',
    path: '/limits',
    name: 'get',
    summary: 'The quotas of the namespace; those that are unlimited are left out',
    body: noBody,
    answer: { type: 'json' },
    handle: ({ app }) => json(Object.fromEntries(Object.entries(app.quotas).filter(([, quota]) => quota !== null))),
  }),
]
