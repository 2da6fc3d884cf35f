import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Hono } from 'hono'
import type { App } from '@/server/operations/app'
import { createMetrics } from '@/server/platform/metrics'
import { PEER_ADDRESS } from './request-headers'

const LOOPBACK = /^(::ffff:)?127(\.\d{1,3}){3}$|^::1$/

/** Figures of the whole process, so only this machine may read them. */
export function mountMetrics(hono: Hono, app: App): void {
  const metrics = createMetrics()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  metrics.gauge('playground_uptime_seconds', 'Since this process started.', () => Math.round(process.uptime()))
  metrics.gauge('playground_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss())
  metrics.gauge('playground_event_loop_delay_seconds', '99th percentile.', () => delay.percentile(99) / 1e9)
  metrics.gauge('playground_queue_items', 'Transitions waiting for a batch.', () => app.store.waiting)
  metrics.gauge('playground_cache_bytes', 'Live executions in memory.', () => app.store.cacheBytes)
  metrics.gauge('playground_pool_waiting', 'Reads waiting for a connection.', () => app.db.pool.waitingCount)
  hono.get('/metrics', (c) => {
    if (!LOOPBACK.test(c.req.header(PEER_ADDRESS) ?? '')) return c.notFound()
    return c.text(metrics.render(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
}
