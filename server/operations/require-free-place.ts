import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Gate } from '@/server/model/execution'
import { isUuid } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

interface Places extends Pick<Gate, 'key' | 'limit'> {
  readonly taken: number
}

/** Of an execution that shares places under the policy REJECT. */
const PLACES = `
  select e.gate_key as key, e.gate_limit as limit, (
    select count(*)::int from executions o
    where o.namespace_id = e.namespace_id and o.gate_key = e.gate_key and o.status in ('RUNNING', 'PAUSED')
      and not o.gate_waiting
  ) as taken
  from executions e join definition_snapshots s on s.namespace_id = e.namespace_id and s.hash = e.snapshot
  where e.namespace_id = $1 and e.id = $2 and e.gate_key is not null and e.status not in ('RUNNING', 'PAUSED')
    and s.body #>> '{definition,rateLimitConfig,policy}' = 'REJECT'`

/**
 * What is to run again is refused like a start where it would have to wait, and is left as it is. Of two that ask for
 * the last place at the same moment, the second waits: the limit holds.
 */
export async function requireFreePlace(app: App, { namespaceId }: Actor, workflowId: string): Promise<void> {
  if (!isUuid(workflowId)) return
  const [places] = await tenantOf(app.db, namespaceId).rows<Places>(PLACES, [workflowId])
  if (places !== undefined && places.taken >= places.limit) throw noPlace(places)
}

export function noPlace({ key, limit }: Pick<Gate, 'key' | 'limit'>): AppError {
  const message = `At most ${limit} executions with the rate limit key ${key} may run at a time (concurrentExecLimit).`
  return new AppError('TOO_MANY_REQUESTS', message, { retryAfterSeconds: 1 })
}
