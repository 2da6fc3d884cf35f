import { AppError } from '@/server/model/errors'
import { INTEGRATION_KINDS, type IntegrationField, type IntegrationKind } from '@/server/model/integration-kinds'
import { getIntegration } from '@/server/queries/list-integrations'
import { json } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Integrations')
const read = { method: 'GET', body: noBody, answer: { type: 'json' } } as const

const CATEGORIES: Readonly<Record<IntegrationKind['category'], string>> = {
  MESSAGE_BROKER: 'Message brokers',
  RELATIONAL_DB: 'Databases',
  API: 'Services',
}

/** What kinds of integrations there are; those of AI providers, whose models are listed below them, are not among them. */
export const integrationDefinitionRoutes: readonly Route[] = [
  route({
    ...read,
    path: '/integrations/def',
    name: 'getIntegrationDefs',
    summary: 'Kinds of integrations with their settings',
    handle: () => json(INTEGRATION_KINDS.map(definition)),
  }),
  route({
    ...read,
    path: '/integrations/def/:name',
    name: 'getIntegrationDef',
    summary: 'One kind of integration with its settings',
    handle: ({ param }) => {
      const kind = INTEGRATION_KINDS.find(({ type }) => type === param('name'))
      if (kind === undefined) throw new AppError('NOT_FOUND', `There is no integration type ${param('name')}.`)
      return json(definition(kind))
    },
  }),
  route({
    ...read,
    path: '/integrations/all',
    name: 'getProvidersAndIntegrations',
    summary: 'Models of AI providers: none here',
    handle: () => json([]),
  }),
  ...['', '/all'].map((end) =>
    route({
      ...read,
      path: `/integrations/provider/:name/integration${end}`,
      name: end === '' ? 'getIntegrationApis' : 'getIntegrationAvailableApis',
      summary: 'Models of an AI provider: none here',
      handle: async ({ tenant, param }) => {
        await getIntegration(tenant, param('name'))
        return json([])
      },
    }),
  ),
]

function definition(kind: IntegrationKind): object {
  const { type, category, label, hint, fields } = kind
  return {
    name: type,
    type,
    category,
    categoryLabel: CATEGORIES[category],
    description: `${label}. ${hint}`,
    enabled: true,
    iconName: type,
    tags: [],
    apis: [],
    configuration: fields.map(formField),
  }
}

function formField(field: IntegrationField): object {
  const options = field.kind === 'switch' ? ['true', 'false'] : (field.options ?? [])
  return {
    fieldName: field.name,
    fieldType: options.length > 0 ? 'DROPDOWN' : field.kind === 'secret' ? 'PASSWORD' : 'TEXT',
    label: field.label,
    description: field.hint ?? '',
    ...(field.initial !== undefined && { defaultValue: String(field.initial) }),
    optional: field.required !== true,
    valueOptions: options.map((value) => ({ label: value, value })),
  }
}
