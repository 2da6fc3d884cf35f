import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Hono } from 'hono'
import type { App } from '@/server/operations/app'
import { createContext } from './context'
import { appRouter } from './router'
import { isSameSite } from './same-site'

const ENDPOINT = '/api/trpc'

export interface TrpcMount {
  readonly app: App
  /** The peer's address as the front server established it. */
  readonly addressOf: (request: Request) => string
}

/** tRPC on the same Hono app as the Conductor API. The session cookie is honoured here and nowhere else under /api. */
export function mountTrpc(hono: Hono, { app, addressOf }: TrpcMount): void {
  hono.all(`${ENDPOINT}/*`, (c) => {
    const request = c.req.raw
    if (!isSameSite(request, app.env.publicUrl)) {
      return c.json({ error: { message: 'This call must come from the product itself.' } }, 403)
    }
    return fetchRequestHandler({
      endpoint: ENDPOINT,
      req: request,
      router: appRouter,
      createContext: ({ info }) =>
        createContext(app, {
          cookie: request.headers.get('cookie'),
          namespaceName: request.headers.get('x-namespace') ?? info.connectionParams?.namespace ?? null,
          address: addressOf(request),
        }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          app.logger.error({ err: error.cause ?? error, path }, 'tRPC call failed')
      },
    })
  })
}
