import type { NamespaceId } from '@/server/model/ids'
import { DB_NOW } from './clock'
import type { Link } from './link'

/** Who polls for what, and when last. Losing the last seconds of it is harmless, so it is written late and lazily. */
export interface PollData {
  record(poll: Poll): void
  /** Domains in which somebody polled in the last ten seconds. */
  activeDomains(namespaceId: NamespaceId, taskType: string): ReadonlySet<string>
  /** Before it is read: what was recorded so far is visible afterwards. */
  flush(): Promise<void>
}

export interface Poll {
  readonly namespaceId: NamespaceId
  readonly taskType: string
  readonly domain: string | null
  readonly workerId: string | null
}

/**
 * The transaction of this one statement need not wait for the disk. Rows are written in key order, because two
 * replicas that upsert the same rows in different orders would wait for each other.
 */
const SAVE_POLLS = {
  name: 'save-polls',
  text: `
    with lazily as (select set_config('synchronous_commit', 'off', true))
    insert into poll_data (namespace_id, queue_name, domain, worker_id, last_poll_time)
    select p.namespace_id, p.queue_name, p.domain, p.worker_id, ${DB_NOW} - p.ago
    from lazily, unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::bigint[])
      as p(namespace_id, queue_name, domain, worker_id, ago)
    order by 1, 2, 3, 4
    on conflict (namespace_id, queue_name, domain, worker_id)
    do update set last_poll_time = greatest(poll_data.last_poll_time, excluded.last_poll_time)`,
}

const MAX_REMEMBERED = 20_000
const ACTIVE_MS = 10_000

export function createPollData(link: Link): PollData {
  const fresh = new Map<string, { poll: Poll; at: number }>()
  const domains = new Map<string, Map<string, number>>()

  const noteDomain = ({ namespaceId, taskType, domain }: Poll): void => {
    if (domain === null || domain === '') return
    const key = `${namespaceId} ${taskType}`
    const known = domains.get(key) ?? new Map<string, number>()
    if (domains.size < MAX_REMEMBERED || domains.has(key)) domains.set(key, known.set(domain, Date.now()))
  }

  return {
    record(poll) {
      noteDomain(poll)
      if (fresh.size >= MAX_REMEMBERED) return
      const key = `${poll.namespaceId}\n${poll.taskType}\n${poll.domain ?? ''}\n${poll.workerId ?? ''}`
      fresh.set(key, { poll, at: Date.now() })
    },
    activeDomains(namespaceId, taskType) {
      const since = Date.now() - ACTIVE_MS
      const known = domains.get(`${namespaceId} ${taskType}`) ?? []
      return new Set([...known].filter(([, at]) => at >= since).map(([domain]) => domain))
    },
    async flush() {
      if (fresh.size === 0) return
      const saved = [...fresh.values()]
      fresh.clear()
      const now = Date.now()
      await link.run(SAVE_POLLS, [
        saved.map(({ poll }) => poll.namespaceId),
        saved.map(({ poll }) => poll.taskType),
        saved.map(({ poll }) => poll.domain ?? ''),
        saved.map(({ poll }) => poll.workerId ?? ''),
        saved.map(({ at }) => now - at),
      ])
    },
  }
}
