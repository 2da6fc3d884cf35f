import { rerunWorkflowRequestSchema, skipTaskRequestSchema } from '@/server/model/requests'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { rerunWorkflow } from '@/server/operations/rerun-workflow'
import { setVariables } from '@/server/operations/set-variables'
import { skipTask } from '@/server/operations/skip-task'
import { getWorkflow } from '@/server/queries/get-workflow'
import { empty, json, text } from '@/server/rest/core/answers'
import { checked, mapBody, optionalBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflows')

/** Calls that change the course of one execution. */
export const workflowRepairRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/workflow/:workflowId/rerun',
    name: 'rerun',
    summary: 'Run an ended execution again, whole or from one of its tasks; answers its id',
    body: optionalBody(rerunWorkflowRequestSchema),
    answer: { type: 'text' },
    handle: async ({ app, actor, param, body }) => {
      await rerunWorkflow(app, actor, { workflowId: param('workflowId'), request: body })
      return text(param('workflowId'))
    },
  }),
  route({
    method: 'PUT',
    path: '/workflow/:workflowId/skiptask/:taskReferenceName',
    name: 'skipTaskFromWorkflow',
    summary: 'Step over a task that has not been reached',
    query: [
      { name: 'taskInput', type: 'string', summary: 'As JSON, where the body does not have it' },
      { name: 'taskOutput', type: 'string', summary: 'As JSON, where the body does not have it' },
    ],
    body: mapBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, query, body }) => {
      const mapOf = (name: string) => mapBody.read(query.text(name) ?? '', app.limits, name)
      // Conductor's own server reads the query only, SDKs send a body.
      const given = { taskInput: mapOf('taskInput'), taskOutput: mapOf('taskOutput'), ...body }
      await skipTask(app, actor, {
        workflowId: param('workflowId'),
        taskRefName: param('taskReferenceName'),
        ...checked(skipTaskRequestSchema, given, 'skipTaskFromWorkflow.arg2'),
      })
      return empty()
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:workflowId/variables',
    name: 'updateVariables',
    summary: 'Merge variables into those of a running execution',
    body: mapBody,
    answer: { type: 'json' },
    handle: async ({ app, actor, tenant, param, body }) => {
      await setVariables(app, actor, { workflowId: param('workflowId'), variables: body })
      const { workflow, snapshot, tasks } = await getWorkflow(tenant, param('workflowId'), true)
      return json(toWireWorkflow(workflow, snapshot, tasks))
    },
  }),
]
