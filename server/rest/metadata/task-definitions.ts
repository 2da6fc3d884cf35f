import { z } from 'zod'
import { taskDefSchema } from '@/server/model/task-def'
import { toWireTaskDef } from '@/server/model/wire-definition'
import { deleteTaskDefinition } from '@/server/operations/delete-task-definition'
import { saveTaskDefinitions } from '@/server/operations/save-task-definitions'
import { getTaskDefinition } from '@/server/queries/get-task-definition'
import { listTaskDefinitions } from '@/server/queries/list-task-definitions'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Task definitions')

export const taskDefinitionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/metadata/taskdefs',
    name: 'getTaskDefs',
    summary: 'All task definitions',
    body: noBody,
    answer: { type: 'json', schema: z.array(taskDefSchema) },
    handle: async ({ tenant }) => json((await listTaskDefinitions(tenant)).map(toWireTaskDef)),
  }),
  route({
    method: 'POST',
    path: '/metadata/taskdefs',
    name: 'registerTaskDef',
    summary: 'Register or replace several task definitions',
    body: jsonBody(z.array(taskDefSchema).min(1, 'TaskDefList is empty')),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      await saveTaskDefinitions(app, actor, { taskDefs: body, root: (index) => `registerTaskDef.arg0[${index}]` })
      return empty()
    },
  }),
  route({
    method: 'PUT',
    path: '/metadata/taskdefs',
    name: 'updateTaskDef',
    summary: 'Register or replace one task definition',
    body: jsonBody(taskDefSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      await saveTaskDefinitions(app, actor, { taskDefs: [body], root: () => 'updateTaskDef.arg0' })
      return empty()
    },
  }),
  route({
    method: 'GET',
    path: '/metadata/taskdefs/:taskType',
    name: 'getTaskDef',
    summary: 'One task definition',
    body: noBody,
    answer: { type: 'json', schema: taskDefSchema },
    handle: async ({ tenant, param }) => json(toWireTaskDef(await getTaskDefinition(tenant, param('taskType')))),
  }),
  route({
    method: 'DELETE',
    path: '/metadata/taskdefs/:taskType',
    name: 'unregisterTaskDef',
    summary: 'Remove a task definition',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await deleteTaskDefinition(app, actor, param('taskType'))
      return empty()
    },
  }),
]
