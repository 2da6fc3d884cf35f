import { toWirePolledTask } from '@/server/model/wire-polled-task'
import { pollTasks } from '@/server/operations/poll-tasks'
import { json, noContent } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Tasks')
const SINGLE_POLL_MS = 100

const workerQuery: readonly QueryParameter[] = [
  { name: 'workerid', type: 'string', summary: 'Who polls' },
  { name: 'domain', type: 'string', summary: 'Only tasks of this domain' },
]

export const taskPollRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tasks/poll/batch/:taskType',
    name: 'batchPoll',
    summary: 'Take up to `count` tasks; waits for the first one',
    query: [
      ...workerQuery,
      { name: 'count', type: 'integer', summary: 'At most so many; 1 when left out' },
      { name: 'timeout', type: 'integer', summary: 'Wait so long (ms), at most 5000; 100 when left out' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ app, actor, param, query, signal }) => {
      const count = query.int('count', 1)
      if (count === 0) return json([])
      const tasks = await pollTasks(app, actor, {
        taskType: param('taskType'),
        workerId: query.text('workerid'),
        domain: query.text('domain'),
        count,
        timeoutMs: query.int('timeout', 100),
        signal,
      })
      return json(tasks.map(toWirePolledTask))
    },
  }),
  route({
    method: 'GET',
    path: '/tasks/poll/:taskType',
    name: 'poll',
    summary: 'Take one task',
    query: workerQuery,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ app, actor, param, query, signal }) => {
      const [polled] = await pollTasks(app, actor, {
        taskType: param('taskType'),
        workerId: query.text('workerid'),
        domain: query.text('domain'),
        count: 1,
        timeoutMs: SINGLE_POLL_MS,
        signal,
      })
      return polled ? json(toWirePolledTask(polled)) : noContent()
    },
  }),
]
