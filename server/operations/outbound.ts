import { createDialer, type Place } from '@/server/executors/outbound-dialer'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import { createOutboundGuard } from '@/server/executors/outbound-guard'
import { ownServer } from '@/server/executors/own-server'
import type { Env } from '@/server/platform/env'

/** The doors as the operator set them. */
export function createOutboundDoors(env: Env, databaseUrl: string): OutboundDoors {
  const policy = { enabled: env.outbound, allow: env.outboundAllow, own: ownServer(env) }
  const { httpTotalMs, httpResponseBytes } = env.limits
  return {
    guard: createOutboundGuard({ ...policy, totalMs: httpTotalMs, maxBytes: httpResponseBytes }),
    dialer: createDialer({ ...policy, database: placeOf(databaseUrl) }),
  }
}

/** Null: a socket file, which no tenant can name. */
function placeOf(databaseUrl: string): Place | null {
  const url = URL.parse(databaseUrl)
  if (!url || url.hostname === '' || url.hostname.startsWith('%2F')) return null
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 5432 : Number(url.port) }
}
