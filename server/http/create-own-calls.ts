import { Hono } from 'hono'
import type { App } from '@/server/operations/app'
import { mountTrpc } from '@/server/trpc/mount'
import { mountMetrics } from './mount-metrics'

/** What is ours and not Conductor's: tRPC for our pages, and health and metrics at the root. */
export function createOwnCalls(app: App): Hono {
  const hono = new Hono()
  mountTrpc(hono, app)
  mountMetrics(hono, app)
  hono.get('/health', async (c) => {
    const healthy = await app.db.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return c.json({ healthResults: [], suppressedHealthResults: [], healthy }, healthy ? 200 : 503)
  })
  hono.onError((err, c) => {
    app.logger.error({ err, requestId: c.req.header('x-request-id') }, 'An own call failed')
    return c.json({ error: { message: 'Something went wrong on the server. It has been written to its log.' } }, 500)
  })
  return hono
}
