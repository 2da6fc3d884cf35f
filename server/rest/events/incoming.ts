import { z } from 'zod'
import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import { jsonObject, text as textSchema } from '@/server/model/requests'
import { TASK_RESULT_STATUSES } from '@/server/model/status'
import { STATUS_QUEUES } from '@/server/operations/events/answer-by-external-id'
import { probeSink } from '@/server/operations/events/probe-sink'
import { sendMessage } from '@/server/operations/events/send-message'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, mapBody, noBody } from '@/server/rest/core/body'
import { oneOf } from '@/server/rest/core/path-values'
import type { Call } from '@/server/rest/core/route'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Event queues')

/** Messages that clients send themselves. */
export const incomingEventRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/event/handleIncomingEvent',
    name: 'handleIncomingEvent',
    summary: 'Send a message: `event` names its event, the whole body is its payload',
    body: mapBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      const { event } = body
      if (typeof event !== 'string' || event === '')
        throw new AppError('BAD_REQUEST', 'The body must name its event: {"event": "conductor:orders:placed", …}.')
      await sendMessage(app, actor, { event, payload: body })
      return empty()
    },
  }),
  route({
    method: 'POST',
    path: '/event/queue/connectivity',
    name: 'testConnectivity',
    summary: 'Publish a message to a sink and say whether that worked',
    body: jsonBody(z.object({ sink: textSchema, input: jsonObject.nullish() })),
    answer: { type: 'json' },
    handle: async ({ app, actor, body }) =>
      json(await probeSink(app, actor, { sink: body.sink, input: body.input ?? {} })),
  }),
  route({
    method: 'GET',
    path: '/queue',
    name: 'names',
    summary: 'The queues whose messages end a waiting task, by the status that they give it',
    body: noBody,
    answer: { type: 'json' },
    handle: () => json(STATUS_QUEUES),
  }),
  route({
    method: 'POST',
    path: '/queue/update/:workflowId/:taskRefName/:status',
    name: 'update',
    summary: 'End a waiting task by its reference name, through a queue',
    body: mapBody,
    answer: { type: 'empty' },
    handle: (call) => answer(call, { taskRefName: call.param('taskRefName') }),
  }),
  route({
    method: 'POST',
    path: '/queue/update/:workflowId/task/:taskId/:status',
    name: 'updateByTaskId',
    summary: 'End a waiting task by its id, through a queue',
    body: mapBody,
    answer: { type: 'empty' },
    handle: (call) => answer(call, { taskId: call.param('taskId') }),
  }),
]

async function answer({ app, actor, param, body }: Call<JsonObject>, task: JsonObject): Promise<Response> {
  const status = oneOf('status', TASK_RESULT_STATUSES, param('status'))
  const event = STATUS_QUEUES[status]
  if (event === undefined) throw new AppError('BAD_REQUEST', `There is no queue for handling ${status} status`)
  const externalId = JSON.stringify({ workflowId: param('workflowId'), ...task })
  await sendMessage(app, actor, { event, payload: { externalId, ...body } })
  return empty()
}
