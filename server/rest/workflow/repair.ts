import {
  rerunWorkflowRequestSchema,
  skipTaskRequestSchema,
  upgradeWorkflowRequestSchema,
  workflowStateUpdateSchema,
} from '@/server/model/requests'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { jumpWorkflow } from '@/server/operations/jump-workflow'
import { rerunWorkflow } from '@/server/operations/rerun-workflow'
import { setVariables } from '@/server/operations/set-variables'
import { skipTask } from '@/server/operations/skip-task'
import { updateState } from '@/server/operations/update-state'
import { upgradeWorkflow } from '@/server/operations/upgrade-workflow'
import { getWorkflow } from '@/server/queries/get-workflow'
import { empty, json, text } from '@/server/rest/core/answers'
import { checked, jsonBody, mapBody, optionalBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { signalResponse, waitQuery, wishOf } from './signal-response'

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
    path: '/workflow/:workflowId/jump/:taskReferenceName',
    name: 'jumpToTask',
    summary: 'Go on at another task; what is open and what lies between is skipped',
    body: mapBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      const taskRefName = param('taskReferenceName')
      await jumpWorkflow(app, actor, { workflowId: param('workflowId'), taskRefName, taskInput: body })
      return empty()
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:workflowId/upgrade',
    name: 'upgradeRunningWorkflowToVersion',
    summary: 'Let a running execution go on with another version of its definition',
    body: jsonBody(upgradeWorkflowRequestSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      await upgradeWorkflow(app, actor, { workflowId: param('workflowId'), request: body })
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
      return json(toWireWorkflow(await getWorkflow(tenant, param('workflowId'), true)))
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:workflowId/state',
    name: 'updateWorkflowState',
    summary: 'Set variables and the result of a task, then wait as execute does',
    query: waitQuery,
    body: optionalBody(workflowStateUpdateSchema),
    answer: { type: 'json' },
    handle: async ({ app, actor, tenant, param, query, body, signal }) => {
      const wish = wishOf(query)
      const waitMs = Math.min(query.int('waitForSeconds', 0) || 10, 60) * 1000
      const refs = query.list('waitUntilTaskRef')
      const workflowId = param('workflowId')
      const inTime = await updateState(app, actor, { workflowId, update: body, refs, waitMs, signal })
      return signalResponse(tenant, workflowId, { ...wish, inTime })
    },
  }),
]
