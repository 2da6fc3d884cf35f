import { z } from 'zod'
import { AppError } from '@/server/model/errors'
import { changeValueTags, deleteValue, SECRETS } from '@/server/operations/secrets/named-values'
import { readSecret } from '@/server/operations/secrets/read-secret'
import { saveSecret } from '@/server/operations/secrets/save-secret'
import { findSecret, listSecrets } from '@/server/queries/list-secrets'
import { empty, json, text } from '@/server/rest/core/answers'
import { noBody, textBody } from '@/server/rest/core/body'
import { type Call, type Route, routesOf } from '@/server/rest/core/route'
import { tagRoutesOf } from '@/server/rest/core/tag-routes'

const route = routesOf('Secrets')

const names = async ({ tenant }: Call<unknown>) => json((await listSecrets(tenant)).map(({ name }) => name))
const described = async ({ tenant }: Call<unknown>) =>
  json((await listSecrets(tenant)).map(({ name, tags }) => ({ name, tags })))
const list = { body: noBody, answer: { type: 'json', schema: z.array(z.string()) } } as const
/** Values are kept in memory only while every change is heard of: there is nothing to clear. */
const nothingToClear = () => json({ cleared: true })

export const secretRoutes: readonly Route[] = [
  route({
    ...list,
    method: 'GET',
    path: '/secrets',
    name: 'listSecretNames',
    summary: 'Names of all secrets',
    handle: names,
  }),
  route({
    ...list,
    method: 'POST',
    path: '/secrets',
    name: 'listAllSecretNames',
    summary: 'Names of all secrets',
    handle: names,
  }),
  ...['/secrets/v2', '/secrets-v2'].map((path) =>
    route({
      method: 'GET',
      path,
      name: path === '/secrets-v2' ? 'listSecretsWithTagsThatUserCanGrantAccessTo' : 'listSecretsWithTags',
      summary: 'Names and tags of all secrets',
      body: noBody,
      answer: { type: 'json' },
      handle: described,
    }),
  ),
  ...(['clearLocalCache', 'clearRedisCache'] as const).map((name) =>
    route({
      method: 'GET',
      path: `/secrets/${name}`,
      name,
      summary: 'Accepted: changes are heard of everywhere at once',
      body: noBody,
      answer: { type: 'json' },
      handle: nothingToClear,
    }),
  ),
  route({
    method: 'GET',
    path: '/secrets/:key',
    name: 'getSecret',
    summary: 'The value of a secret; for editors',
    body: noBody,
    answer: { type: 'text' },
    handle: async ({ app, actor, param }) => text(await readSecret(app, actor, param('key'))),
  }),
  route({
    method: 'PUT',
    path: '/secrets/:key',
    name: 'putSecret',
    summary: 'Keep or replace a secret; the body is its value',
    body: textBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      await saveSecret(app, actor, { name: param('key'), value: body })
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/secrets/:key',
    name: 'deleteSecret',
    summary: 'Forget a secret; one that does not exist is forgotten already',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await deleteValue(app, actor, { kind: SECRETS, name: param('key') })
      return empty()
    },
  }),
  route({
    method: 'GET',
    path: '/secrets/:key/exists',
    name: 'secretExists',
    summary: 'Whether there is such a secret',
    body: noBody,
    answer: { type: 'json', schema: z.boolean() },
    handle: async ({ tenant, param }) => json((await findSecret(tenant, param('key'))) !== null),
  }),
  ...tagRoutesOf({
    tag: 'Secrets',
    path: '/secrets/:key/tags',
    names: ['getSecretTags', 'Secret'],
    of: 'a secret',
    read: async ({ tenant, param }) => {
      const secret = await findSecret(tenant, param('key'))
      if (secret === null) throw new AppError('NOT_FOUND', `No such secret: ${param('key')}`)
      return secret.tags
    },
    change: ({ app, actor, param }, change) =>
      changeValueTags(app, actor, { ...change, kind: SECRETS, name: param('key') }),
  }),
]
