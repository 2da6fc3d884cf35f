import { isUuid } from '@/server/model/ids'
import type { JournalEntry } from '@/server/model/journal'
import type { Tenant } from '@/server/platform/tenant'

const PAGE = 200

/** The transitions of an execution, the newest first. `before` pages towards the start. */
export async function listJournal(
  tenant: Tenant,
  workflowId: string,
  before: number | null,
): Promise<readonly JournalEntry[]> {
  if (!isUuid(workflowId)) return []
  return tenant.rows<JournalEntry>(
    `select j.seq as revision, j.at::float8 as at, j.kind, j.patch
    from executions e join journal j on j.execution_id = e.id
    where e.namespace_id = $1 and e.id = $2 and ($3::int is null or j.seq < $3)
    order by j.seq desc limit ${PAGE}`,
    [workflowId, before],
  )
}
