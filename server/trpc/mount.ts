import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Hono } from 'hono'
import type { App } from '@/server/operations/app'
import { createContext } from './context'
import { appRouter } from './router'
import { isSameSite } from './same-site'

const ENDPOINT = '/api/trpc'
/** Written by our own front server over whatever the client claimed. */
const PEER_ADDRESS = 'x-peer-address'

/** tRPC on the same Hono app as the Conductor API. The session cookie is honoured here and nowhere else under /api. */
export function mountTrpc(hono: Hono, app: App): void {
  hono.all(`${ENDPOINT}/*`, async (c) => {
    const request = c.req.raw
    const { headers } = request
    if (!isSameSite(request, app.env.publicUrl)) {
      return c.json({ error: { message: 'This call must come from the product itself.' } }, 403)
    }
    return fetchRequestHandler({
      endpoint: ENDPOINT,
      req: request,
      router: appRouter,
      createContext: ({ info }) =>
        createContext(app, {
          cookie: headers.get('cookie'),
          namespaceName: headers.get('x-namespace') ?? info.connectionParams?.namespace ?? null,
          address: headers.get(PEER_ADDRESS) ?? 'unknown',
        }),
      onError: ({ error, path }) => {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return
        app.logger.error({ err: error.cause ?? error, path }, 'A tRPC call failed')
      },
    })
  })
}
