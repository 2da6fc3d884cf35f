import { AppError } from '@/server/model/errors'
import { queueName } from '@/server/model/queue-name'
import { getPollData } from '@/server/queries/get-poll-data'
import { countWaitingTasks, getQueueSizes } from '@/server/queries/get-queue-sizes'
import { json, text } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import type { QueryReader } from '@/server/rest/core/query-reader'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Queues')

export const queueRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tasks/queue/sizes',
    name: 'size',
    summary: 'How many tasks wait for a worker, by task type',
    query: [{ name: 'taskType', type: 'list', summary: 'Task types; repeatable' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => json(await getQueueSizes(tenant, query.list('taskType'))),
  }),
  route({
    method: 'GET',
    path: '/tasks/queue/size',
    name: 'taskDepth',
    summary: 'How many tasks of one type wait for a worker',
    query: [
      { name: 'taskType', type: 'string', summary: 'Task type' },
      { name: 'domain', type: 'string', summary: 'Domain' },
      { name: 'isolationGroupId', type: 'string', summary: 'Isolation group of the task definition' },
      { name: 'executionNamespace', type: 'string', summary: 'Execution namespace of the task definition' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      // The reference server mistakes these two for each other.
      const place = {
        executionNameSpace: query.text('executionNamespace'),
        isolationGroupId: query.text('isolationGroupId'),
      }
      const queue = queueName(requiredTaskType(query), query.text('domain'), place)
      return json((await getQueueSizes(tenant, [queue]))[queue] ?? 0)
    },
  }),
  route({
    method: 'GET',
    path: '/tasks/queue/all',
    name: 'all',
    summary: 'Every queue that is not empty, with its size',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) => json(await getQueueSizes(tenant, null)),
  }),
  route({
    method: 'GET',
    path: '/tasks/queue/all/verbose',
    name: 'allVerbose',
    summary: 'Every queue that is not empty, with its shard',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) => {
      const sizes = Object.entries(await getQueueSizes(tenant, null))
      return json(Object.fromEntries(sizes.map(([name, size]) => [name, { a: { size, uacked: 0 } }])))
    },
  }),
  route({
    method: 'POST',
    path: '/tasks/queue/requeue/:taskType',
    name: 'requeuePendingTask',
    summary: 'How many tasks of one type wait: they cannot fall out of their queue',
    body: noBody,
    answer: { type: 'text' },
    handle: async ({ tenant, param }) => text(String(await countWaitingTasks(tenant, param('taskType')))),
  }),
  // Polls are written every few seconds; SDKs ask for theirs right after they polled.
  route({
    method: 'GET',
    path: '/tasks/queue/polldata',
    name: 'getPollData',
    summary: 'Who polled for a task type, and when last',
    query: [{ name: 'taskType', type: 'string', summary: 'Task type' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ app, tenant, query }) => {
      await app.store.queue.pollData.flush()
      return json(await getPollData(tenant, requiredTaskType(query)))
    },
  }),
  route({
    method: 'GET',
    path: '/tasks/queue/polldata/all',
    name: 'getAllPollData',
    summary: 'Who polled, for every task type',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ app, tenant }) => {
      await app.store.queue.pollData.flush()
      return json(await getPollData(tenant, null))
    },
  }),
  route({
    method: 'GET',
    path: '/queue/size',
    name: 'queueSizes',
    summary: 'Every queue that is not empty, with its size',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) => json(await getQueueSizes(tenant, null)),
  }),
]

function requiredTaskType(query: QueryReader): string {
  const taskType = query.text('taskType')
  if (taskType === null) throw new AppError('BAD_REQUEST', 'The query parameter taskType is missing.')
  return taskType
}
