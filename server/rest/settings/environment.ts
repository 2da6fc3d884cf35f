import { AppError } from '@/server/model/errors'
import { tagsSchema } from '@/server/model/tag'
import { changeValueTags, deleteValue, VARIABLES } from '@/server/operations/secrets/named-values'
import { saveVariable } from '@/server/operations/secrets/save-variable'
import { findVariable, listVariables, type VariableView } from '@/server/queries/list-variables'
import { empty, json, text } from '@/server/rest/core/answers'
import { jsonBody, noBody, textBody } from '@/server/rest/core/body'
import { type Call, type Route, routesOf } from '@/server/rest/core/route'

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
  route({
    method: 'GET',
    path: '/environment/:key/tags',
    name: 'getTagsForEnvVar',
    summary: 'Tags of a variable',
    body: noBody,
    answer: { type: 'json' },
    handle: async (call) => json((await required(call)).tags),
  }),
  ...(['PUT', 'DELETE'] as const).map((method) =>
    route({
      method,
      path: '/environment/:key/tags',
      name: method === 'PUT' ? 'putTagForEnvVar' : 'deleteTagForEnvVar',
      summary: method === 'PUT' ? 'Add tags to a variable' : 'Remove tags from a variable',
      body: jsonBody(tagsSchema),
      answer: { type: 'empty' },
      handle: async ({ app, actor, param, body }) => {
        const by = method === 'PUT' ? 'adding' : 'removing'
        await changeValueTags(app, actor, { kind: VARIABLES, name: param('key'), tags: body, by })
        return empty()
      },
    }),
  ),
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
