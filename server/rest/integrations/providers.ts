import { z } from 'zod'
import { requireRole } from '@/server/model/actor'
import { integrationUpdateSchema, namedIntegrationSchema } from '@/server/model/integration'
import { deleteIntegration } from '@/server/operations/integrations/delete-integration'
import { saveIntegration } from '@/server/operations/integrations/save-integration'
import { tagIntegration } from '@/server/operations/integrations/tag-integration'
import { getIntegration, listIntegrations } from '@/server/queries/list-integrations'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'
import { tagRoutesOf } from '@/server/rest/core/tag-routes'

const route = routesOf('Integrations')

const filters: readonly QueryParameter[] = [
  { name: 'category', type: 'string', summary: 'MESSAGE_BROKER, RELATIONAL_DB or API' },
  { name: 'activeOnly', type: 'boolean', summary: 'Only what is enabled (default true)' },
]

async function list({ tenant, query }: Call<unknown>): Promise<Response> {
  const category = query.text('category')
  const activeOnly = query.flag('activeOnly', true)
  const all = await listIntegrations(tenant)
  const wanted = all.filter((each) => (each.enabled || !activeOnly) && (category ?? each.category) === each.category)
  return json(wanted.map((each) => ({ ...each, modelsCount: 0, apis: [] })))
}

export const integrationRoutes: readonly Route[] = [
  ...['/integrations/provider', '/integrations'].map((path) =>
    route({
      method: 'GET',
      path,
      name: path.endsWith('provider') ? 'getIntegrationProviders' : 'getIntegrations',
      summary: 'What the namespace is connected to, without credentials',
      query: filters,
      body: noBody,
      answer: { type: 'json' },
      handle: list,
    }),
  ),
  route({
    method: 'POST',
    path: '/integrations',
    name: 'saveAllIntegrations',
    summary: 'Create or replace several integrations',
    body: jsonBody(z.array(namedIntegrationSchema).max(100)),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      requireRole(actor, 'editor')
      for (const { name, ...update } of body) await saveIntegration(app, actor, { name, update })
      return empty()
    },
  }),
  route({
    method: 'GET',
    path: '/integrations/provider/:name',
    name: 'getIntegrationProvider',
    summary: 'One integration, without credentials',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) =>
      json({ ...(await getIntegration(tenant, param('name'))), modelsCount: 0, apis: [] }),
  }),
  route({
    method: 'POST',
    path: '/integrations/provider/:name',
    name: 'saveIntegrationProvider',
    summary: 'Create or replace an integration; a credential left out or given as *** is kept',
    body: jsonBody(integrationUpdateSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      await saveIntegration(app, actor, { name: param('name'), update: body })
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/integrations/provider/:name',
    name: 'deleteIntegrationProvider',
    summary: 'Remove an integration',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await deleteIntegration(app, actor, param('name'))
      return empty()
    },
  }),
  ...tagRoutesOf({
    tag: 'Integrations',
    path: '/integrations/provider/:name/tags',
    names: ['getTagsForIntegrationProvider', 'IntegrationProvider'],
    of: 'an integration',
    read: async ({ tenant, param }) => (await getIntegration(tenant, param('name'))).tags,
    change: ({ app, actor, param }, change) => tagIntegration(app, actor, { ...change, name: param('name') }),
  }),
]
