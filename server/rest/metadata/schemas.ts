import type { JsonObject } from '@/server/model/json'
import { schemaDefsSchema } from '@/server/model/schema-def'
import { withoutNulls } from '@/server/model/without-nulls'
import { deleteSchema } from '@/server/operations/schemas/delete-schema'
import { saveSchemas } from '@/server/operations/schemas/save-schemas'
import { getSchema, listSchemas, type StoredSchema } from '@/server/queries/list-schemas'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { wholeNumber } from '@/server/rest/core/path-values'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Schemas')
const wire = (schema: StoredSchema): JsonObject => withoutNulls({ ...schema })

export const schemaRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/schema',
    name: 'saveSchema',
    summary: 'Register or replace schemas; one or a list',
    query: [{ name: 'newVersion', type: 'boolean', summary: 'As the next version of each name' }],
    body: jsonBody(schemaDefsSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body, query }) => {
      await saveSchemas(app, actor, { schemas: body, newVersion: query.flag('newVersion', false) })
      return empty()
    },
  }),
  route({
    method: 'GET',
    path: '/schema',
    name: 'getAllSchemas',
    summary: 'All schemas in all their versions',
    query: [{ name: 'short', type: 'boolean', summary: 'Without the schemas themselves' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const short = query.flag('short', false)
      return json((await listSchemas(tenant)).map((each) => wire(short ? { ...each, data: null } : each)))
    },
  }),
  route({
    method: 'GET',
    path: '/schema/:name',
    name: 'getSchemaByName',
    summary: 'The latest version of a schema',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) => json(wire(await getSchema(tenant, param('name'), null))),
  }),
  route({
    method: 'GET',
    path: '/schema/:name/:version',
    name: 'getSchemaByNameAndVersion',
    summary: 'One version of a schema',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) =>
      json(wire(await getSchema(tenant, param('name'), wholeNumber('version', param('version'))))),
  }),
  route({
    method: 'DELETE',
    path: '/schema/:name',
    name: 'deleteSchemaByName',
    summary: 'Delete a schema in all its versions',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await deleteSchema(app, actor, { name: param('name'), version: null })
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/schema/:name/:version',
    name: 'deleteSchemaByNameAndVersion',
    summary: 'Delete one version of a schema',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await deleteSchema(app, actor, { name: param('name'), version: wholeNumber('version', param('version')) })
      return empty()
    },
  }),
]
