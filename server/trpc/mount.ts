import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Hono } from 'hono'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'
import { readText } from '@/server/platform/read-text'
import { createContext } from './context'
import { appRouter } from './router'
import { isSameSite } from './same-site'

const ENDPOINT = '/api/trpc'
/** Written by our own front server over whatever the client claimed. */
const PEER_ADDRESS = 'x-peer-address'
/** A page asks for a handful of things at once; each costs as much as a call of its own. */
const MAX_BATCH = 20

/** tRPC on the same Hono app as the Conductor API. The session cookie is honoured here and nowhere else under /api. */
export function mountTrpc(hono: Hono, app: App): void {
  hono.all(`${ENDPOINT}/*`, async (c) => {
    const request = c.req.raw
    const { headers } = request
    if (!isSameSite(request, app.env.publicUrl)) {
      return c.json({ error: { message: 'This call must come from the product itself.' } }, 403)
    }
    const body = await boundedBody(request, app.limits.bodyBytes)
    if (body instanceof AppError) return c.json({ error: { message: body.message } }, 413)
    return fetchRequestHandler({
      endpoint: ENDPOINT,
      req: body,
      maxBatchSize: MAX_BATCH,
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

/** The same request with its body read; tRPC itself would read one of any size. */
async function boundedBody(request: Request, maxBytes: number): Promise<Request | AppError> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  try {
    const { url, method, headers, signal } = request
    return new Request(url, { method, headers, signal, body: await readText(request, maxBytes) })
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
