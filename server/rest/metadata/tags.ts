import { z } from 'zod'
import { type Tag, tagSchema, tagsSchema } from '@/server/model/tag'
import { type DefinitionTagChange, tagDefinition } from '@/server/operations/tag-definition'
import { listAllTags, listDefinitionTags } from '@/server/queries/list-definition-tags'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Tags')
const answer = { type: 'json', schema: z.array(tagSchema) } as const

/** Old clients have the words the other way round. */
const PLACES = [
  { kind: 'workflow', path: '/metadata/workflow/:name/tags', name: 'Workflow' },
  { kind: 'task', path: '/metadata/task/:name/tags', name: 'Task' },
  { kind: 'workflow', path: '/metadata/tags/workflow/:name', name: 'WorkflowOld' },
] as const

const CHANGES = [
  { method: 'POST', by: 'adding', verb: 'add', summary: 'Add a tag' },
  { method: 'PUT', by: 'replacing', verb: 'set', summary: 'Replace all tags' },
  { method: 'DELETE', by: 'removing', verb: 'delete', summary: 'Take a tag off' },
] as const

function changing(place: (typeof PLACES)[number], { method, by, verb, summary }: (typeof CHANGES)[number]): Route {
  return route({
    method,
    path: place.path,
    name: `${verb}${place.name}Tag`,
    summary: `${summary} of a ${place.kind} definition`,
    body: jsonBody(tagsSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      const change: DefinitionTagChange = { kind: place.kind, name: param('name'), tags: body as readonly Tag[], by }
      await tagDefinition(app, actor, change)
      return empty()
    },
  })
}

export const tagRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/metadata/tags',
    name: 'getTags',
    summary: 'Every tag in use',
    body: noBody,
    answer,
    handle: async ({ tenant }) => json(await listAllTags(tenant)),
  }),
  ...PLACES.flatMap((place) => [
    route({
      method: 'GET',
      path: place.path,
      name: `get${place.name}Tags`,
      summary: `The tags of a ${place.kind} definition`,
      body: noBody,
      answer,
      handle: async ({ tenant, param }) => json(await listDefinitionTags(tenant, place.kind, param('name'))),
    }),
    ...CHANGES.map((change) => changing(place, change)),
  ]),
]
