import { z } from 'zod'
import { eventHandlerSchema } from '@/server/model/event-handler'
import { toWireEventHandler } from '@/server/model/wire-event'
import { deleteEventHandler } from '@/server/operations/events/delete-event-handler'
import { createEventHandlers, updateEventHandlers } from '@/server/operations/events/save-event-handlers'
import { listEventHandlers } from '@/server/queries/list-event-handlers'
import { empty, json } from '@/server/rest/core/answers'
import { noBody, oneOrMany } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Event handlers')

/** Stands behind the literal paths below /event: `/event/:event` would catch them. */
export const eventHandlerRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/event',
    name: 'addEventHandler',
    summary: 'Create event handlers',
    body: oneOrMany(eventHandlerSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      await createEventHandlers(app, actor, body)
      return empty()
    },
  }),
  route({
    method: 'PUT',
    path: '/event',
    name: 'updateEventHandler',
    summary: 'Replace event handlers',
    body: oneOrMany(eventHandlerSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      await updateEventHandlers(app, actor, body)
      return empty()
    },
  }),
  route({
    method: 'GET',
    path: '/event',
    name: 'getEventHandlers',
    summary: 'All event handlers',
    body: noBody,
    answer: { type: 'json', schema: z.array(eventHandlerSchema) },
    handle: async ({ tenant }) => json((await listEventHandlers(tenant)).map(toWireEventHandler)),
  }),
  route({
    method: 'GET',
    path: '/event/:event',
    name: 'getEventHandlersForEvent',
    summary: 'The handlers of one event',
    query: [{ name: 'activeOnly', type: 'boolean', summary: 'Leave out those that are not active; true unless given' }],
    body: noBody,
    answer: { type: 'json', schema: z.array(eventHandlerSchema) },
    handle: async ({ tenant, param, query }) => {
      const filter = { event: param('event'), activeOnly: query.flag('activeOnly', true) }
      return json((await listEventHandlers(tenant, filter)).map(toWireEventHandler))
    },
  }),
  route({
    method: 'DELETE',
    path: '/event/:name',
    name: 'removeEventHandler',
    summary: 'Delete an event handler',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await deleteEventHandler(app, actor, param('name'))
      return empty()
    },
  }),
]
