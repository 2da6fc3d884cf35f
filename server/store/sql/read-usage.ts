import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

/**
 * Room left under the quotas of starts. Callers hold the namespace's advisory lock, so that a hundred starts at once
 * cannot all see the last free place. `period` is the month.
 */
const READ_USAGE = {
  name: 'read-usage',
  text: `
    select q.namespace_id as "namespaceId",
      (select count(*)::int from executions e
        where e.namespace_id = q.namespace_id and e.status in ('RUNNING', 'PAUSED')) as "openWorkflows",
      coalesce((select amount from usage_counters u
        where u.namespace_id = q.namespace_id and u.kind = 'runsPerMonth' and u.period = $2), 0) as "runsPerMonth"
    from unnest($1::int[]) as q(namespace_id)`,
}

export interface Usage {
  readonly namespaceId: NamespaceId
  readonly openWorkflows: number
  readonly runsPerMonth: number
}

export const readUsage = (client: Client, namespaces: readonly NamespaceId[], month: string): Promise<Usage[]> =>
  rowsOf(client, READ_USAGE, [namespaces, month])
