import { z } from 'zod'
import { eventHandlerSchema, type Tag, tagSchema } from '@/server/model/event-handler'
import { toWireEventHandler } from '@/server/model/wire-event'
import { changeEventHandler } from '@/server/operations/events/change-event-handler'
import { noSuchHandler } from '@/server/operations/events/save-event-handlers'
import { listEventHandlers } from '@/server/queries/list-event-handlers'
import { empty, json } from '@/server/rest/core/answers'
import { noBody, oneOrMany } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Event handlers')

const isSame = (one: Tag, other: Tag): boolean => one.key === other.key && one.value === other.value

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
  route({
    method: 'GET',
    path: '/event/:name/tags',
    name: 'getTagsForEventHandler',
    summary: 'The tags of an event handler',
    body: noBody,
    answer: { type: 'json', schema: z.array(tagSchema) },
    handle: async ({ tenant, param }) => {
      const [handler] = await listEventHandlers(tenant, { name: param('name') })
      if (!handler) throw noSuchHandler(param('name'))
      return json(handler.tags ?? [])
    },
  }),
  route({
    method: 'PUT',
    path: '/event/:name/tags',
    name: 'putTagForEventHandler',
    summary: 'Add tags to an event handler',
    body: oneOrMany(tagSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      const added = (tags: readonly Tag[]) => [
        ...tags,
        ...body.filter((tag, at) => ![...tags, ...body.slice(0, at)].some((each) => isSame(each, tag))),
      ]
      const change = { name: param('name'), change: withTags(added) }
      await changeEventHandler(app, actor, change)
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/event/:name/tags',
    name: 'deleteTagForEventHandler',
    summary: 'Take tags off an event handler',
    body: oneOrMany(tagSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      const left = (tags: readonly Tag[]) => tags.filter((tag) => !body.some((each) => isSame(each, tag)))
      await changeEventHandler(app, actor, { name: param('name'), change: withTags(left) })
      return empty()
    },
  }),
]

function withTags(change: (tags: readonly Tag[]) => Tag[]): Parameters<typeof changeEventHandler>[2]['change'] {
  return (handler) => ({ ...handler, tags: change(handler.tags ?? []) })
}
