import type { NamespaceId } from '@/server/model/ids'
import { type ActiveDomains, createActiveDomains } from './active-domains'
import { DB_NOW } from './clock'
import type { Link } from './link'

/** Who polls for what, and when last. Losing the last seconds of it is harmless, so it is written late and lazily. */
export interface PollData {
  record(poll: Poll): void
  readonly domains: ActiveDomains
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

export function createPollData(link: Link): PollData {
  const fresh = new Map<string, { poll: Poll; at: number }>()
  const domains = createActiveDomains(link)

  async function flush(): Promise<void> {
    if (fresh.size === 0) return
    const saved = [...fresh.values()]
    fresh.clear()
    const now = performance.now()
    await link.run(SAVE_POLLS, [
      saved.map(({ poll }) => poll.namespaceId),
      saved.map(({ poll }) => poll.taskType),
      saved.map(({ poll }) => poll.domain ?? ''),
      saved.map(({ poll }) => poll.workerId ?? ''),
      saved.map(({ at }) => Math.round(now - at)),
    ])
  }

  return {
    domains,
    flush,
    record(poll) {
      const { namespaceId, taskType, domain, workerId } = poll
      if (fresh.size < MAX_REMEMBERED)
        fresh.set(`${namespaceId}\n${taskType}\n${domain ?? ''}\n${workerId ?? ''}`, { poll, at: performance.now() })
      // The other replicas choose domains too: they hear of a new one soon.
      const isNews = domain !== null && domain !== '' && domains.note({ namespaceId, taskType, domain })
      if (isNews) flush().catch(() => undefined)
    },
  }
}
