import { STATEMENT_NOW } from './clock'
import { FIND_LIMITED } from './limited-rows'
import type { Link } from './link'
import { type QueueKey, splitQueueKey } from './queue-key'

/** Work that anybody may take, and work that needs a place under the limits of its task definition. */
export const WORK_KINDS = ['free', 'limited'] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** Which of these queues have a task that may be handed out now. Reads only, so that idle polls write nothing. */
const FIND_WORK = {
  name: 'find-work',
  text: `
    select 'free' as kind, w.nth
    from (select ${STATEMENT_NOW} as now) c, unnest($1::int[], $2::text[]) with ordinality as w(namespace_id, queue, nth)
    where exists (
      select from tasks t
      where t.namespace_id = w.namespace_id and t.queue = w.queue
        and t.status = 'SCHEDULED' and t.performer = 'worker' and t.limits is null and t.deliver_at <= c.now)
    union all
    select 'limited', found.nth from (${FIND_LIMITED}) found`,
}

export interface FoundWork {
  readonly kind: WorkKind
  readonly key: QueueKey
}

export async function findWork(link: Link, keys: readonly QueueKey[]): Promise<FoundWork[]> {
  const parts = keys.map(splitQueueKey)
  const { rows } = await link.run<{ kind: WorkKind; nth: number }>(FIND_WORK, [
    parts.map((part) => part.namespaceId),
    parts.map((part) => part.queue),
  ])
  return rows.flatMap(({ kind, nth }) => {
    const key = keys[nth - 1]
    return key === undefined ? [] : [{ kind, key }]
  })
}
