import { eventHandlerSchema } from '@/server/model/event-handler'
import { changedTags } from '@/server/model/tag'
import { toWireEventHandler } from '@/server/model/wire-event'
import { changeEventHandler } from '@/server/operations/events/change-event-handler'
import { noSuchHandler } from '@/server/operations/events/save-event-handlers'
import { listEventHandlers } from '@/server/queries/list-event-handlers'
import { empty, json } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { tagRoutesOf } from '@/server/rest/core/tag-routes'

const route = routesOf('Event handlers')

/** What clients are shown before they have a handler of their own. */
const EXAMPLE = eventHandlerSchema.parse({
  name: 'sample_event_handler',
  event: 'conductor:order_placed:placed',
  condition: '$.order.items > 0',
  actions: [{ action: 'start_workflow', start_workflow: { name: 'order_fulfilment', input: { order: '${order}' } } }],
})

export const eventHandlerByNameRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/event/handler',
    name: 'test',
    summary: 'An example of an event handler',
    body: noBody,
    answer: { type: 'json', schema: eventHandlerSchema },
    handle: () => json(toWireEventHandler(EXAMPLE)),
  }),
  route({
    method: 'GET',
    path: '/event/handler/:name',
    name: 'getEventHandlerByName',
    summary: 'One event handler; an unknown one answers with nothing',
    body: noBody,
    answer: { type: 'json', schema: eventHandlerSchema },
    handle: async ({ tenant, param }) => {
      const [handler] = await listEventHandlers(tenant, { name: param('name') })
      return handler ? json(toWireEventHandler(handler)) : empty()
    },
  }),
  ...tagRoutesOf({
    tag: 'Event handlers',
    path: '/event/:name/tags',
    names: ['getTagsForEventHandler', 'EventHandler'],
    of: 'an event handler',
    read: async ({ tenant, param }) => {
      const [handler] = await listEventHandlers(tenant, { name: param('name') })
      if (!handler) throw noSuchHandler(param('name'))
      return handler.tags ?? []
    },
    change: ({ app, actor, param }, change) =>
      changeEventHandler(app, actor, {
        name: param('name'),
        change: (handler) => ({ ...handler, tags: changedTags(handler.tags ?? [], change) }),
      }),
  }),
]
