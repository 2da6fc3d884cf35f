import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import { taskResultSchema } from '@/server/model/requests'
import { TASK_RESULT_STATUSES } from '@/server/model/status'
import { toWirePolledTask } from '@/server/model/wire-polled-task'
import { toWireWorkflow } from '@/server/model/wire-workflow'
import { addTaskLog } from '@/server/operations/add-task-log'
import { updateTask } from '@/server/operations/update-task'
import { updateTaskByRef } from '@/server/operations/update-task-by-ref'
import { updateTaskV2 } from '@/server/operations/update-task-v2'
import { getWorkflow } from '@/server/queries/get-workflow'
import { empty, json, noContent, text } from '@/server/rest/core/answers'
import { jsonBody, mapBody, textBody } from '@/server/rest/core/body'
import { oneOf } from '@/server/rest/core/path-values'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Tasks')
const workerid: readonly QueryParameter[] = [{ name: 'workerid', type: 'string', summary: 'Who did it' }]

export const taskUpdateRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/tasks',
    name: 'updateTask',
    summary: 'Report the result of a task; answers its id',
    body: jsonBody(taskResultSchema),
    answer: { type: 'text' },
    handle: async ({ app, actor, body }) => text(await updateTask(app, actor, body)),
  }),
  route({
    method: 'POST',
    path: '/tasks/update-v2',
    name: 'updateTaskV2',
    summary: 'Report the result of a task; answers the next task of its type',
    body: jsonBody(taskResultSchema),
    answer: { type: 'json' },
    handle: async ({ app, actor, body }) => {
      const next = await updateTaskV2(app, actor, body)
      return next ? json(toWirePolledTask(next)) : noContent()
    },
  }),
  route({
    method: 'POST',
    path: '/tasks/:taskId/log',
    name: 'log',
    summary: 'Write a line into the log of a task',
    body: textBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      await addTaskLog(app, actor, { taskId: param('taskId'), log: body })
      return empty()
    },
  }),
  route({
    method: 'POST',
    path: '/tasks/:workflowId/:taskRefName/:status/sync',
    name: 'updateTaskSync',
    summary: 'Report the result of a task by its reference name; answers the execution',
    query: workerid,
    body: mapBody,
    answer: { type: 'json' },
    handle: async (call) => {
      const { tenant, param } = call
      const taskId = await updateTaskByRef(call.app, call.actor, resultByRef(call))
      if (taskId === null) {
        const message = `Found no running task ${param('taskRefName')} of workflow ${param('workflowId')} to update`
        throw new AppError('NOT_FOUND', message)
      }
      return json(toWireWorkflow(await getWorkflow(tenant, param('workflowId'), true)))
    },
  }),
  route({
    method: 'POST',
    path: '/tasks/:workflowId/:taskRefName/:status',
    name: 'updateTaskByRef',
    summary: 'Report the result of a task by its reference name; answers its id',
    query: workerid,
    body: mapBody,
    answer: { type: 'text' },
    handle: async (call) => {
      const taskId = await updateTaskByRef(call.app, call.actor, resultByRef(call))
      return taskId === null ? empty() : text(taskId)
    },
  }),
]

function resultByRef({ body, param, query }: Call<JsonObject>) {
  return {
    workflowId: param('workflowId'),
    taskRefName: param('taskRefName'),
    status: oneOf('status', TASK_RESULT_STATUSES, param('status')),
    output: body,
    workerId: query.text('workerid'),
  }
}
