import type { ImportNote } from '@/components/import/imported'
import type { Json } from '@/server/model/json'
import type { ApiBody, ApiDocument, ApiOperation, ApiParameter, ApiSchema, ApiSecurity } from './openapi-types'
import type { Resolver } from './resolve-ref'

export interface OperationAt {
  readonly document: ApiDocument
  readonly resolver: Resolver
  readonly operation: ApiOperation
  /** The parameters of its path. */
  readonly shared: readonly unknown[]
  readonly notes: ImportNote[]
  readonly where: string
}

export interface RequestParts {
  /** The path with its parameters and its query filled in from the workflow's input. */
  readonly path: (template: string) => string
  readonly fields: { readonly [key: string]: Json }
  /** Parameters that may be left out, and were. */
  readonly optional: readonly string[]
}

/** What has to be given becomes an input of the workflow; what may be left out is left out and named. */
export function toRequest(at: OperationAt): RequestParts {
  const parameters = parametersOf(at)
  const security = securityOf(at)
  const isGiven = (one: ApiParameter) => one.required === true || defaultOf(at, one) !== undefined
  const of = (place: ApiParameter['in']) => parameters.filter((one) => one.in === place && isGiven(one))
  const value = (one: ApiParameter) => String(defaultOf(at, one) ?? inputOf(one.name ?? ''))
  const query = [...of('query').map((one) => [one.name ?? '', value(one)] as const), ...security.query]
  const headers: Record<string, string> = { ...security.headers }
  for (const one of of('header')) headers[one.name ?? ''] = value(one)
  const cookies = [...of('cookie').map((one) => `${one.name}=${value(one)}`), ...security.cookies]
  if (cookies.length > 0) headers.Cookie = cookies.join('; ')
  return {
    path: (template) => {
      const filled = template.replace(/\{([^{}]+)\}/g, (_, name: string) => inputOf(name))
      const text = query.map(([name, given]) => `${encodeURIComponent(name)}=${given}`).join('&')
      return text === '' ? filled : `${filled}?${text}`
    },
    fields: { ...(Object.keys(headers).length > 0 ? { headers } : {}), ...bodyOf(at, parameters) },
    optional: parameters.filter((one) => !isGiven(one) && one.in !== 'body').map((one) => one.name ?? ''),
  }
}

/** An operation's own parameter takes the place of its path's. */
function parametersOf({ resolver, operation, shared }: OperationAt): readonly ApiParameter[] {
  const all = new Map<string, ApiParameter>()
  for (const given of [...shared, ...(operation.parameters ?? [])]) {
    const one = resolver.resolve<ApiParameter>(given)
    all.set(`${one.in} ${one.name}`, one)
  }
  return [...all.values()]
}

function defaultOf({ resolver }: OperationAt, one: ApiParameter): unknown {
  return one.default ?? resolver.resolve<ApiSchema>(one.schema).default
}

function inputOf(name: string): string {
  return `\${workflow.input.${name.replace(/\W+/g, '_')}}`
}

function bodyOf(at: OperationAt, parameters: readonly ApiParameter[]): { readonly [key: string]: Json } {
  const { document, resolver, operation, notes, where } = at
  if (document.swagger !== undefined) {
    const [contentType = 'application/json'] = operation.consumes ?? document.consumes ?? []
    const form = parameters.filter((one) => one.in === 'formData')
    if (form.length > 0) {
      const body = Object.fromEntries(form.map((one) => [one.name ?? '', inputOf(one.name ?? '')]))
      return { contentType: tellForm(contentType, at), body }
    }
    const whole = parameters.find((one) => one.in === 'body')
    return whole ? { contentType, body: bodyFrom(at, whole.schema) } : {}
  }
  const content = resolver.resolve<ApiBody>(operation.requestBody).content ?? {}
  const types = Object.keys(content)
  const type = types.find((one) => /json/i.test(one)) ?? types[0]
  if (type === undefined) return {}
  if (types.length > 1)
    notes.push({ where, message: `Of its body's types ${types.join(', ')} the task sends ${type}.` })
  return { contentType: tellForm(type, at), body: bodyFrom(at, content[type]?.schema) }
}

function tellForm(type: string, { notes, where }: OperationAt): string {
  if (/multipart/i.test(type)) {
    notes.push({ where, message: 'An HTTP task sends no multipart forms: the fields became the body, check it.' })
  }
  return type
}

/** The required properties of an object, all of them when none is; anything else is one input. */
function bodyFrom(at: OperationAt, given: unknown): Json {
  const { properties, required } = objectOf(at, given, 0)
  const names = Object.keys(properties)
  if (names.length === 0) return inputOf('body')
  const shown = required.length > 0 ? names.filter((name) => required.includes(name)) : names
  const left = names.filter((name) => !shown.includes(name))
  if (left.length > 0) at.notes.push({ where: at.where, message: `Its body may also have ${left.join(', ')}.` })
  return Object.fromEntries(shown.map((name) => [name, inputOf(name)]))
}

const DEEPEST = 10

function objectOf(
  at: OperationAt,
  given: unknown,
  depth: number,
): Required<Pick<ApiSchema, 'properties' | 'required'>> {
  const schema = at.resolver.resolve<ApiSchema>(given)
  const parts = depth < DEEPEST ? (schema.allOf ?? []).map((one) => objectOf(at, one, depth + 1)) : []
  const all = Object.assign({}, ...parts.map((one) => one.properties), schema.properties ?? {}) as object
  const writable = Object.entries(all).filter(([, one]) => at.resolver.resolve<ApiSchema>(one).readOnly !== true)
  return {
    properties: Object.fromEntries(writable),
    required: [...parts.flatMap((one) => one.required), ...(schema.required ?? [])],
  }
}

function securityOf({ document, resolver, operation, notes, where }: OperationAt) {
  const found = { headers: {} as Record<string, string>, query: [] as [string, string][], cookies: [] as string[] }
  const [wanted = {}] = operation.security ?? document.security ?? []
  const schemes = document.components?.securitySchemes ?? document.securityDefinitions ?? {}
  for (const name of Object.keys(wanted)) {
    const scheme = resolver.resolve<ApiSecurity>(schemes[name])
    const value = inputOf(name)
    notes.push({ where, message: `It wants ${name}: give it as an input, or put a secret in the place of ${value}.` })
    if (scheme.type === 'apiKey' && scheme.in === 'query') found.query.push([scheme.name ?? name, value])
    else if (scheme.type === 'apiKey' && scheme.in === 'cookie') found.cookies.push(`${scheme.name ?? name}=${value}`)
    else if (scheme.type === 'apiKey') found.headers[scheme.name ?? name] = value
    else if (scheme.type === 'basic' || (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic'))
      found.headers.Authorization = `Basic ${value}`
    else if (scheme.type === 'mutualTLS')
      notes.push({ where, message: `${name}: an HTTP task has no certificates of its own.` })
    else found.headers.Authorization = `Bearer ${value}`
  }
  return found
}
