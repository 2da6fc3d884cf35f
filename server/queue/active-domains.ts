import type { NamespaceId } from '@/server/model/ids'
import { DB_NOW, STATEMENT_NOW } from './clock'
import type { Link } from './link'

/**
 * Domains in which somebody polled in the last ten seconds, on whichever replica. Decisions ask for them many times a
 * second, so that each process keeps them in memory: its own polls at once, those of the others from `poll_data`.
 */
export interface ActiveDomains {
  /** True when nobody had polled there lately, as far as this process knew. */
  note(poll: { readonly namespaceId: NamespaceId; readonly taskType: string; readonly domain: string }): boolean
  of(namespaceId: NamespaceId, taskType: string): ReadonlySet<string>
  /** Learns of the other replicas. */
  learn(): Promise<void>
}

const ACTIVE_MS = 10_000
const MAX_REMEMBERED = 20_000

const RECENT_DOMAINS = {
  name: 'recent-domains',
  text: `
    select namespace_id as "namespaceId", queue_name as "taskType", domain,
      (${DB_NOW} - max(last_poll_time))::float8 as "agoMs"
    from poll_data
    where domain <> '' and last_poll_time > ${STATEMENT_NOW} - ${ACTIVE_MS}
    group by 1, 2, 3 limit ${MAX_REMEMBERED}`,
}

interface Recent {
  readonly namespaceId: NamespaceId
  readonly taskType: string
  readonly domain: string
  readonly agoMs: number
}

export function createActiveDomains(link: Link): ActiveDomains {
  const polledAt = new Map<string, Map<string, number>>()

  const remember = (key: string, domain: string, at: number): boolean => {
    const known = polledAt.get(key) ?? new Map<string, number>()
    const before = known.get(domain) ?? Number.NEGATIVE_INFINITY
    if (polledAt.size < MAX_REMEMBERED || polledAt.has(key)) polledAt.set(key, known.set(domain, Math.max(before, at)))
    return at - before >= ACTIVE_MS
  }

  const forget = (since: number): void => {
    for (const [key, domains] of polledAt) {
      for (const [domain, at] of domains) if (at < since) domains.delete(domain)
      if (domains.size === 0) polledAt.delete(key)
    }
  }

  return {
    note: ({ namespaceId, taskType, domain }) => remember(keyOf(namespaceId, taskType), domain, performance.now()),
    of(namespaceId, taskType) {
      const since = performance.now() - ACTIVE_MS
      const known = polledAt.get(keyOf(namespaceId, taskType)) ?? []
      return new Set([...known].filter(([, at]) => at >= since).map(([domain]) => domain))
    },
    async learn() {
      const { rows } = await link.run<Recent>(RECENT_DOMAINS, [])
      const now = performance.now()
      for (const { namespaceId, taskType, domain, agoMs } of rows)
        remember(keyOf(namespaceId, taskType), domain, now - agoMs)
      forget(now - ACTIVE_MS)
    },
  }
}

const keyOf = (namespaceId: NamespaceId, taskType: string): string => `${namespaceId} ${taskType}`
