import type { Tenant } from '@/server/platform/tenant'
import { getWorkflows, type StoredWorkflow } from './get-workflow'
import { searchIds } from './search/search-ids'
import type { SearchRequest, SearchResult } from './search/search-request'
import { WORKFLOW_TARGET } from './search/workflow-target'

export async function searchWorkflows(
  tenant: Tenant,
  request: SearchRequest,
  withTasks = false,
): Promise<SearchResult<StoredWorkflow>> {
  const { totalHits, ids } = await searchIds(tenant, WORKFLOW_TARGET, request)
  return { totalHits, results: await getWorkflows(tenant, ids, withTasks) }
}
