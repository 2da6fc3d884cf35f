import { STATEMENT_NOW } from './clock'
import type { Link } from './link'
import { type QueueKey, splitQueueKey } from './queue-key'

/** Which of these queues have a task that is due. Reads only, so that idle polls write nothing. */
const FIND_WORK = {
  name: 'find-work',
  text: `
    select w.nth
    from (select ${STATEMENT_NOW} as now) c, unnest($1::int[], $2::text[]) with ordinality as w(namespace_id, queue, nth)
    where exists (
      select from tasks t
      where t.namespace_id = w.namespace_id and t.queue = w.queue
        and t.status = 'SCHEDULED' and t.performer = 'worker' and t.deliver_at <= c.now)`,
}

export async function findWork(link: Link, keys: readonly QueueKey[]): Promise<QueueKey[]> {
  const parts = keys.map(splitQueueKey)
  const { rows } = await link.run<{ nth: number }>(FIND_WORK, [
    parts.map((part) => part.namespaceId),
    parts.map((part) => part.queue),
  ])
  return rows.map(({ nth }) => keys[nth - 1]).filter((key) => key !== undefined)
}
