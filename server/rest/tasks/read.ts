import { toTaskSummary } from '@/server/model/wire-summary'
import { toWireTask } from '@/server/model/wire-task'
import { getTask } from '@/server/queries/get-task'
import { getTaskLogs } from '@/server/queries/get-task-logs'
import { searchTasks } from '@/server/queries/search-tasks'
import { json, noContent } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { searchParameters, searchRequest } from '@/server/rest/core/search-query'

const route = routesOf('Tasks')

export const taskReadRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tasks/search',
    name: 'searchTasks',
    summary: 'Search tasks',
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchTasks(tenant, searchRequest(query, 'searchTasks'))
      return json({ totalHits, results: results.map(({ task, owner }) => toTaskSummary(task, owner)) })
    },
  }),
  route({
    method: 'GET',
    path: '/tasks/search-v2',
    name: 'searchTasksV2',
    summary: 'Search tasks; answers them in full',
    query: searchParameters,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchTasks(tenant, searchRequest(query, 'searchTasksV2'))
      return json({ totalHits, results: results.map(({ task, owner, taskDef }) => toWireTask(task, owner, taskDef)) })
    },
  }),
  route({
    method: 'GET',
    path: '/tasks/:taskId/log',
    name: 'getTaskLogs',
    summary: 'What a worker logged for a task',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) => {
      const logs = await getTaskLogs(tenant, param('taskId'))
      return logs.length === 0 ? noContent() : json(logs)
    },
  }),
  route({
    method: 'GET',
    path: '/tasks/:taskId',
    name: 'getTask',
    summary: 'A task',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) => {
      const { task, owner, taskDef } = await getTask(tenant, param('taskId'))
      return json(toWireTask(task, owner, taskDef))
    },
  }),
]
