import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { STATEMENT_NOW } from './clock'
import type { Link } from './link'

/**
 * Executions whose deadline passed. Taking one moves its deadline a little, so that another replica leaves it alone
 * and a crash before the decision only delays it; the decision then writes the true next deadline.
 */
const CLAIM_DUE_WAKES = {
  name: 'claim-due-wakes',
  text: `
    update executions set wake_at = ${STATEMENT_NOW} + $1
    where id = any(array(
      select id from executions where wake_at <= ${STATEMENT_NOW} order by wake_at limit $2 for update skip locked))
    returning id as "workflowId", namespace_id as "namespaceId"`,
}

export interface DueWake {
  readonly workflowId: WorkflowId
  readonly namespaceId: NamespaceId
}

export async function claimDueWakes(link: Link, retryAfterMs: number, limit: number): Promise<DueWake[]> {
  return (await link.run<DueWake>(CLAIM_DUE_WAKES, [retryAfterMs, limit])).rows
}
