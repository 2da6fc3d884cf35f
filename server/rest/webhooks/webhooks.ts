import { z } from 'zod'
import { webhookConfigSchema } from '@/server/model/webhook'
import { toWireWebhook } from '@/server/model/wire-webhook'
import { createWebhook, removeWebhook, updateWebhook } from '@/server/operations/webhooks/save-webhook'
import { tagWebhook } from '@/server/operations/webhooks/tag-webhook'
import { getWebhook, listWebhookEvents, listWebhooks } from '@/server/queries/list-webhooks'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Call, type Route, routesOf } from '@/server/rest/core/route'
import { tagRoutesOf } from '@/server/rest/core/tag-routes'

const route = routesOf('Webhooks')
const HISTORY = 50
const answer = { type: 'json', schema: webhookConfigSchema } as const

async function whole({ tenant }: Pick<Call<unknown>, 'tenant'>, id: string): Promise<Response> {
  const [webhook, events] = await Promise.all([getWebhook(tenant, id), listWebhookEvents(tenant, id, HISTORY)])
  return json(toWireWebhook(webhook, events))
}

export const webhookRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/metadata/webhook',
    name: 'getAllWebhook',
    summary: 'Every webhook; without its secret and its events',
    body: noBody,
    answer: { type: 'json', schema: z.array(webhookConfigSchema) },
    handle: async ({ tenant }) => json((await listWebhooks(tenant)).map((each) => toWireWebhook(each))),
  }),
  route({
    method: 'POST',
    path: '/metadata/webhook',
    name: 'createWebhook',
    summary: 'Create a webhook; its events come to /webhook/{id}',
    body: jsonBody(webhookConfigSchema),
    answer,
    handle: async (call) => whole(call, await createWebhook(call.app, call.actor, call.body)),
  }),
  route({
    method: 'PUT',
    path: '/metadata/webhook',
    name: 'updateWebhookByBody',
    summary: 'Change the webhook that the body names',
    body: jsonBody(webhookConfigSchema.extend({ id: z.string() })),
    answer,
    handle: async (call) => {
      await updateWebhook(call.app, call.actor, call.body)
      return whole(call, call.body.id)
    },
  }),
  route({
    method: 'GET',
    path: '/metadata/webhook/:id',
    name: 'getWebhook',
    summary: 'A webhook with its last events',
    body: noBody,
    answer,
    handle: (call) => whole(call, call.param('id')),
  }),
  route({
    method: 'PUT',
    path: '/metadata/webhook/:id',
    name: 'updateWebhook',
    summary: 'Change a webhook; a secret that is left out stays',
    body: jsonBody(webhookConfigSchema),
    answer,
    handle: async (call) => {
      const id = call.param('id')
      await updateWebhook(call.app, call.actor, { ...call.body, id })
      return whole(call, id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/metadata/webhook/:id',
    name: 'deleteWebhook',
    summary: 'Remove a webhook with its history',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await removeWebhook(app, actor, param('id'))
      return empty()
    },
  }),
  ...tagRoutesOf({
    tag: 'Webhooks',
    path: '/metadata/webhook/:id/tags',
    names: ['getTagsForWebhook', 'Webhook'],
    of: 'a webhook',
    read: async ({ tenant, param }) => (await getWebhook(tenant, param('id'))).body.tags,
    change: ({ app, actor, param }, change) => tagWebhook(app, actor, { ...change, id: param('id') }),
  }),
]
