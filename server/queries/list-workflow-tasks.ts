import type { Tenant } from '@/server/platform/tenant'
import { getTasks, type OwnedTask } from './get-task'
import { getWorkflowStatus } from './get-workflow-status'
import type { SearchResult } from './search/search-request'

export interface TaskPage {
  readonly start: number
  readonly count: number
  /** Empty: all. */
  readonly statuses: readonly string[]
}

/** The tasks of one execution, a page at a time, in seq order. */
export async function listWorkflowTasks(
  tenant: Tenant,
  workflowId: string,
  page: TaskPage,
): Promise<SearchResult<OwnedTask>> {
  await getWorkflowStatus(tenant, workflowId)
  const rows = await tenant.rows<{ id: string; total: number }>(
    `select id, count(*) over ()::int as total from tasks
     where namespace_id = $1 and execution_id = $2 and (cardinality($3::text[]) = 0 or status = any($3))
     order by seq`,
    [workflowId, page.statuses],
  )
  const ids = rows.slice(page.start, page.start + page.count).map((row) => row.id)
  return { totalHits: rows[0]?.total ?? 0, results: await getTasks(tenant, ids) }
}
