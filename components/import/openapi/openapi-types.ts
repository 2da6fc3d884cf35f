/** The parts of OpenAPI 3.x and Swagger 2 that a request is made of. Everything may be missing: people write these. */
export interface ApiDocument {
  readonly openapi?: string
  readonly swagger?: string
  readonly info?: { readonly title?: string }
  readonly servers?: readonly ApiServer[]
  readonly host?: string
  readonly basePath?: string
  readonly schemes?: readonly string[]
  readonly consumes?: readonly string[]
  readonly paths?: Readonly<Record<string, unknown>>
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, unknown>> }
  readonly securityDefinitions?: Readonly<Record<string, unknown>>
}

export interface ApiServer {
  readonly url?: string
  readonly variables?: Readonly<Record<string, { readonly default?: unknown }>>
}

export interface ApiOperation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly deprecated?: boolean
  readonly parameters?: readonly unknown[]
  readonly requestBody?: unknown
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly servers?: readonly ApiServer[]
  readonly consumes?: readonly string[]
}

export interface ApiParameter {
  readonly name?: string
  readonly in?: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'formData'
  readonly required?: boolean
  readonly schema?: unknown
  readonly default?: unknown
}

export interface ApiBody {
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>
}

export interface ApiSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly allOf?: readonly unknown[]
  readonly default?: unknown
  readonly readOnly?: boolean
}

export interface ApiSecurity {
  readonly type?: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'basic' | 'mutualTLS'
  readonly name?: string
  readonly in?: 'query' | 'header' | 'cookie'
  readonly scheme?: string
}
