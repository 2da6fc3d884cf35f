import { type Context, Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'
import { asRefusal } from '@/server/platform/database-errors'
import { readText } from '@/server/platform/read-text'
import { tenantOf } from '@/server/platform/tenant'
import { createAuthenticator } from './auth/authenticator'
import { isFromForeignPage } from './auth/foreign-page'
import { presentedToken } from './auth/presented-token'
import { requireCall } from './auth/worker-calls'
import { errorResponse } from './core/on-error'
import { readQuery } from './core/query-reader'
import { createRequestRate } from './core/request-rate'
import type { PublicCall, Route } from './core/route'
import { unservedError } from './core/unserved'
import { createDemo } from './demo'
import { mountApiDocs } from './docs/api-docs'
import { describeApi } from './docs/openapi'
import { ROUTES } from './routes'
import { mountReceiver } from './webhooks/receiver'

/**
 * The Conductor API on web standards: `Request` in, `Response` out. Every path below /api needs a credential unless
 * its route says `public`; cookies are never looked at, so no foreign page can act for a signed-in visitor.
 */
export function createRest(app: App): Hono {
  const { db, env } = app
  const authenticator = createAuthenticator({ db, secret: env.secret, openNamespace: env.openNamespace })
  const rate = createRequestRate(app.quotas.workerRequestsPerMinute)
  const hono = new Hono({ getPath: pathOf })

  const callOf = (c: Context): PublicCall<undefined> => ({
    app,
    authenticator,
    query: readQuery(c.req),
    body: undefined,
    address: c.req.header('x-peer-address') ?? '',
    signal: c.req.raw.signal,
    param: (name) => c.req.param(name) ?? '',
    header: (name) => c.req.header(name) ?? null,
  })

  const actorOf = async (c: Context): Promise<Actor> => {
    if (authenticator.isOpen && isFromForeignPage(c.req, env.publicUrl))
      throw new AppError('FORBIDDEN', 'A page of another site cannot act in the open namespace.')
    return authenticator.authenticate(presentedToken(c.req))
  }

  const serve = async (route: Route, c: Context): Promise<Response> => {
    if (c.req.url.includes('%00')) throw new AppError('BAD_REQUEST', 'The address contains the character NUL.')
    const call = callOf(c)
    if (route.access === 'public') return route.respond(call, await readText(c.req.raw, app.limits.bodyBytes))
    const actor = await actorOf(c)
    requireCall(actor, route.name)
    rate.spend(actor.namespaceId, route.name)
    const bodyText = await readText(c.req.raw, app.limits.bodyBytes)
    return route.respond({ ...call, actor, tenant: tenantOf(db, actor.namespaceId) }, bodyText)
  }

  for (const route of ROUTES) hono.on(route.method, `/api${route.path}`, (c) => serve(route, c))
  const description = JSON.stringify(describeApi(ROUTES))
  hono.get('/api/openapi.json', () => new Response(description, { headers: { 'content-type': 'application/json' } }))
  mountApiDocs(hono, app, authenticator)
  hono.route('/api/demo', createDemo())
  mountReceiver(hono, app)
  hono.notFound(async (c) => {
    await actorOf(c)
    throw unservedError(c.req.method, c.req.path)
  })
  hono.onError((error, c) =>
    errorResponse(asRefusal(error), app.logger, {
      requestId: c.req.header('x-request-id'),
      method: c.req.method,
      path: c.req.path,
    }),
  )
  return hono
}

/** Trailing slashes do not matter, and Java's clients write a blank inside a path segment as `+` (a plus as `%2B`). */
function pathOf(request: Request): string {
  const path = getPath(request).replaceAll('+', '%20')
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
