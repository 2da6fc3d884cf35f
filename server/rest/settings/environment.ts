import { AppError } from '@/server/model/errors'
import { changeValueTags, deleteValue, VARIABLES } from '@/server/operations/secrets/named-values'
import { saveVariable } from '@/server/operations/secrets/save-variable'
import { findVariable, listVariables, type VariableView } from '@/server/queries/list-variables'
import { empty, json, text } from '@/server/rest/core/answers'
import { noBody, textBody } from '@/server/rest/core/body'
import { type Call, type Route, routesOf } from '@/server/rest/core/route'
import { tagRoutesOf } from '@/server/rest/core/tag-routes'

const route = routesOf('Environment variables')

export const environmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/environment',
    name: 'getAllEnvironmentVariables',
    summary: 'Variables that the namespace keeps for ${workflow.env.NAME}',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) =>
      json((await listVariables(tenant)).map(({ name, value, tags }) => ({ name, value, tags }))),
  }),
  route({
    method: 'GET',
    path: '/environment/:key',
    name: 'getEnvironmentVariable',
    summary: 'The value of a variable',
    body: noBody,
    answer: { type: 'text' },
    handle: async (call) => text((await required(call)).value),
  }),
  route({
    method: 'PUT',
    path: '/environment/:key',
    name: 'createOrUpdateEnvVariable',
    summary: 'Keep or replace a variable; the body is its value',
    body: textBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, body }) => {
      await saveVariable(app, actor, { name: param('key'), value: body })
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/environment/:key',
    name: 'deleteEnvVariable',
    summary: 'Forget a variable; answers the value it had',
    body: noBody,
    answer: { type: 'text' },
    handle: async ({ app, actor, param }) =>
      text((await deleteValue(app, actor, { kind: VARIABLES, name: param('key') })) ?? ''),
  }),
  ...tagRoutesOf({
    tag: 'Environment variables',
    path: '/environment/:key/tags',
    names: ['getTagsForEnvVar', 'EnvVar'],
    of: 'a variable',
    read: async (call) => (await required(call)).tags,
    change: ({ app, actor, param }, change) =>
      changeValueTags(app, actor, { ...change, kind: VARIABLES, name: param('key') }),
  }),
]

/** The operator's own variables may be read by name, as workflows can read them. */
async function required({ app, actor, tenant, param }: Call<unknown>): Promise<Pick<VariableView, 'value' | 'tags'>> {
  const name = param('key')
  const kept = await findVariable(tenant, name)
  if (kept !== null) return kept
  const known = await app.environment.of(actor.namespaceId)
  const value = Object.hasOwn(known, name) ? known[name] : undefined
  if (value === undefined) throw new AppError('NOT_FOUND', `No such environment variable: ${name}`)
  return { value, tags: [] }
}
