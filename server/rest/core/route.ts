import type { z } from 'zod'
import type { Actor } from '@/server/model/actor'
import type { App } from '@/server/operations/app'
import type { Tenant } from '@/server/platform/tenant'
import type { Authenticator } from '@/server/rest/auth/authenticator'
import type { BodySpec } from './body'
import type { QueryReader } from './query-reader'

/** One row of the route table: what is served, what the description says, who may call it. */
export type Route = PublicRoute | NamespaceRoute

export interface RouteFacts {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below /api, in Hono's form: `/workflow/:workflowId/pause`. Literal paths stand before patterns. */
  readonly path: string
  /** Conductor's name for the call: names the body in validation errors and the operation in the description. */
  readonly name: string
  readonly tag: string
  readonly summary: string
  readonly query: readonly QueryParameter[]
  readonly body: BodySpec<unknown>
  readonly answer: AnswerSpec
}

/** Answers without a credential. The list of these is short and tested. */
export interface PublicRoute extends RouteFacts {
  readonly access: 'public'
  respond(call: PublicCall<unknown>, bodyText: string): Promise<Response> | Response
}

export interface NamespaceRoute extends RouteFacts {
  readonly access: 'namespace'
  respond(call: Call<unknown>, bodyText: string): Promise<Response> | Response
}

export interface QueryParameter {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean' | 'list'
  readonly summary: string
}

export type AnswerSpec =
  | { readonly type: 'json'; readonly schema?: z.ZodType }
  | { readonly type: 'text' | 'empty' | 'no-content' }

/** What every handler gets. */
export interface PublicCall<Body> {
  readonly app: App
  readonly authenticator: Authenticator
  readonly query: QueryReader
  readonly body: Body
  /** Where the request comes from, for throttling. */
  readonly address: string
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal
  param(name: string): string
  header(name: string): string | null
}

/** With somebody behind it; reads go through `tenant`. */
export interface Call<Body> extends PublicCall<Body> {
  readonly actor: Actor
  readonly tenant: Tenant
}

type Described = Omit<RouteFacts, 'tag' | 'query' | 'body'> & { readonly query?: readonly QueryParameter[] }

export interface PublicRouteSpec<Body> extends Described {
  readonly body: BodySpec<Body>
  handle(call: PublicCall<Body>): Promise<Response> | Response
}

export interface RouteSpec<Body> extends Described {
  readonly body: BodySpec<Body>
  handle(call: Call<Body>): Promise<Response> | Response
}

/** Routes of one resource, under one heading of the description. */
export function routesOf(tag: string) {
  return <Body>(spec: RouteSpec<Body>): NamespaceRoute => ({
    ...factsOf(tag, spec),
    access: 'namespace',
    respond: (call, bodyText) => spec.handle({ ...call, body: readBody(spec, call, bodyText) }),
  })
}

export function publicRoutesOf(tag: string) {
  return <Body>(spec: PublicRouteSpec<Body>): PublicRoute => ({
    ...factsOf(tag, spec),
    access: 'public',
    respond: (call, bodyText) => spec.handle({ ...call, body: readBody(spec, call, bodyText) }),
  })
}

function factsOf(tag: string, spec: Described & { readonly body: BodySpec<unknown> }): RouteFacts {
  const { method, path, name, summary, query, body, answer } = spec
  return { tag, method, path, name, summary, query: query ?? [], body, answer }
}

function readBody<Body>(
  { name, body }: { readonly name: string; readonly body: BodySpec<Body> },
  { app }: PublicCall<unknown>,
  bodyText: string,
): Body {
  return body.read(bodyText, app.limits, `${name}.arg0`)
}
