import type { EventTally } from '@/server/model/event-record'
import { toWireExecution, toWireMessage } from '@/server/model/wire-event'
import { withoutNulls } from '@/server/model/without-nulls'
import { listEventExecutions } from '@/server/queries/list-event-executions'
import { listEventHandlers } from '@/server/queries/list-event-handlers'
import { listEventMessages } from '@/server/queries/list-event-messages'
import { listEventQueues } from '@/server/queries/list-event-queues'
import { tallyEvents, tallyHandlers } from '@/server/queries/tally-events'
import { json } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Event handlers')

/** Without the type before it. */
const queueOf = (event: string): string => event.slice(event.indexOf(':') + 1)

const FROM = [{ name: 'from', type: 'integer', summary: 'Not before this moment, epoch milliseconds' }] as const

const found = (results: readonly EventTally[]): Response =>
  json({ totalHits: results.length, results: results.map(withoutNulls) })

export const eventRecordRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/admin/queues',
    name: 'getEventQueues',
    summary: 'The events that active handlers listen to, with their queues',
    query: [{ name: 'verbose', type: 'boolean', summary: 'With the number of messages that wait in each' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const queues = await listEventQueues(tenant)
      const verbose = query.flag('verbose', false)
      const shown = queues.map(({ event, waiting }) => [
        event,
        verbose ? { [queueOf(event)]: waiting } : queueOf(event),
      ])
      return json(Object.fromEntries(shown))
    },
  }),
  route({
    method: 'GET',
    path: '/event/execution',
    name: 'getEventHandlersForEventExecution',
    summary: 'Every handler with the number of messages it has looked at',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) => found(await tallyHandlers(tenant)),
  }),
  route({
    method: 'GET',
    path: '/event/execution/:eventHandlerName',
    name: 'getEventExecutions',
    summary: 'What came of the newest messages for one handler',
    query: FROM,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param, query }) => {
      const name = param('eventHandlerName')
      const [executions, [handler]] = await Promise.all([
        listEventExecutions(tenant, { handler: name, from: query.long('from', 0) }),
        listEventHandlers(tenant, { name }),
      ])
      return json(executions.map((execution) => toWireExecution(execution, handler)))
    },
  }),
  route({
    method: 'GET',
    path: '/event/message',
    name: 'getEventsWithMessages',
    summary: 'Every event that messages have come for, with their number',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) => found(await tallyEvents(tenant)),
  }),
  route({
    method: 'GET',
    path: '/event/message/:event',
    name: 'getMessages',
    summary: 'The newest messages of an event, each with what came of it',
    query: FROM,
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param, query }) => {
      const messages = await listEventMessages(tenant, { event: param('event'), from: query.long('from', 0) })
      return json(messages.map(toWireMessage))
    },
  }),
]
